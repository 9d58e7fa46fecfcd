package caspianwatch.web.view;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import org.jspecify.annotations.Nullable;

/** A feed and what its last poll found; the status is null until it was polled. */
public record KnownFeed(String key, Feed feed, @Nullable FeedStatus status) {
    /** Whether a poll of it has ended yet. */
    public boolean asked() {
        return status != null && status.state() != FeedStatus.State.NEW;
    }

    /** Whether we poll it and its last poll brought a document. */
    public boolean readable() {
        return feed.enabled() && status != null && status.state().readable();
    }
}
