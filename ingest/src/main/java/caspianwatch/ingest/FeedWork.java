package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two polls.
 *
 * @param told when its status was last sent; null where it never was
 */
record FeedWork(Feed feed, FeedStatus status, SeenEntries seen, @Nullable Instant told) {

    Validators validators() {
        return new Validators(status.etag(), status.lastModified());
    }
}
