package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.health.Track;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two polls.
 *
 * @param told when its status was last sent; null where it never was
 * @param track what its polls have shown, on which its state rests; null where it was not polled yet
 * @param asked the request for a fetch at once that is not answered yet; null where there is none
 */
record FeedWork(Feed feed, FeedStatus status, SeenEntries seen, @Nullable Instant told, @Nullable Track track,
        @Nullable Instant asked) {

    FeedWork(Feed feed, FeedStatus status, SeenEntries seen, @Nullable Instant told) {
        this(feed, status, seen, told, null, null);
    }

    Validators validators() {
        return new Validators(status.etag(), status.lastModified());
    }
}
