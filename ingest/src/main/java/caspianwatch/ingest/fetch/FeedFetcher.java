package caspianwatch.ingest.fetch;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FetchResult.Validators;

/** Asks for a feed once. Blocks for at most 10 seconds; every failure that can be foreseen is a result. */
@FunctionalInterface
public interface FeedFetcher {
    /** Asks for the feed, with the validators of the last document. */
    FetchResult fetch(Feed feed, Validators validators);
}
