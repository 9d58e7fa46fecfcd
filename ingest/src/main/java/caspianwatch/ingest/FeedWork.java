package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.fetch.FetchResult.Wishes;
import caspianwatch.ingest.health.Track;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed between two polls.
 *
 * @param told when its status was last sent; null where it never was
 * @param track what its polls have shown, on which its state rests; null where it was not polled yet
 * @param wishes when its publisher wanted to be asked again, as the last answer said; null where it was not asked yet
 * @param asked the request for a fetch at once that is not answered yet; null where there is none
 * @param whole when its document last came in full; null where it never did
 */
record FeedWork(Feed feed, FeedStatus status, SeenEntries seen, @Nullable Instant told, @Nullable Track track,
        @Nullable Instant asked, @Nullable Wishes wishes, @Nullable Instant whole) {
    /** What has been said for so long and without a break is meant. */
    private static final Duration MOVE_HOLDS = Duration.ofDays(7);
    /** Some servers answer 304 whatever they have; what they hide is seen after so long, and sooner where they are silent. */
    private static final Duration VALIDATORS_HOLD = Duration.ofDays(8);
    private static final Duration VALIDATORS_OF_THE_SILENT_HOLD = Duration.ofDays(1);

    FeedWork(Feed feed, FeedStatus status, SeenEntries seen, @Nullable Instant told) {
        this(feed, status, seen, told, null, null, null, null);
    }

    /** As it is asked: at its own address, or at the one to which redirects have led for good for a week. */
    Feed target() {
        var move = track == null ? null : track.move();
        Instant due = status.nextDue();
        return move == null || due == null || asked != null || move.since().isAfter(due.minus(MOVE_HOLDS))
                ? feed
                : feed.at(move.to());
    }

    FeedWork with(Wishes next) {
        return new FeedWork(feed, status, seen, told, track, asked, next, whole);
    }

    boolean adopted() {
        return !target().url().equals(feed.url());
    }

    Wishes known() {
        return wishes == null ? Wishes.NONE : wishes;
    }

    /** That the document came in full. */
    FeedWork read(Instant now) {
        return new FeedWork(feed, status, seen, told, track, asked, wishes, now);
    }

    /** What the next poll asks with: nothing where the document has not come in full for long. */
    Validators validators() {
        Instant due = status.nextDue();
        Duration hold = status.state() == State.SILENT ? VALIDATORS_OF_THE_SILENT_HOLD : VALIDATORS_HOLD;
        return whole != null && due != null && whole.isBefore(due.minus(hold))
                ? Validators.NONE
                : new Validators(status.etag(), status.lastModified());
    }
}
