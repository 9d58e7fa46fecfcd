package caspianwatch.web.roster;

import caspianwatch.contract.Feed;
import java.io.IOException;
import java.util.List;

/** Where feeds are kept. */
public interface FeedStore {
    /** Returns when all of them are kept for good; {@link IOException} where that is not known. */
    void put(List<Feed> feeds) throws IOException, InterruptedException;

    /** Returns when the removal is kept for good. */
    void remove(String key) throws IOException, InterruptedException;
}
