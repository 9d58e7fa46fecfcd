package caspianwatch.ingest.feeds;

import java.util.List;

/** A list of feeds has mistakes; the message names each with the number of its line. */
public final class FeedListException extends Exception {
    private static final long serialVersionUID = 1;

    FeedListException(List<String> mistakes) {
        super(String.join("; ", mistakes));
    }
}
