package caspianwatch.ingest;

import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The status of a feed after what has just been learned of it, each with the sentence that says why. */
final class StatusAfter {
    private static final Duration QUIET_FROM = Duration.ofHours(24);
    private static final int PROBLEMS = 10;

    private StatusAfter() {}

    static FeedStatus added(String feedId, Instant due, Instant now) {
        return new FeedStatus(feedId, State.NEW, "not asked yet", now, null, null, null, null, due, 0, 0, 0, 0, 0,
                List.of());
    }

    /** The feed was edited or enabled: what was known of it stays, validators only where the address did. */
    static FeedStatus changed(FeedStatus before, boolean sameAddress, Instant due, Instant now) {
        boolean stopped = before.nextDue() == null;
        return new FeedStatus(before.feedId(), stopped ? State.NEW : before.state(),
                stopped ? "not asked yet since it was enabled" : before.reason(), stopped ? now : before.since(),
                sameAddress ? before.etag() : null, sameAddress ? before.lastModified() : null, before.lastPoll(),
                before.lastNew(), due, 0, before.httpStatus(), before.bytes(), before.entries(), before.fresh(),
                before.problems());
    }

    static FeedStatus disabled(String feedId, @Nullable FeedStatus before, String reason, Instant now) {
        FeedStatus known = before == null ? added(feedId, now, now) : before;
        return stopped(known, State.DISABLED, reason, known.httpStatus(), known.lastPoll(), now);
    }

    static FeedStatus gone(FeedStatus before, Instant now) {
        return stopped(before, State.GONE, "HTTP 410: the publisher has withdrawn it", 410, now, now);
    }

    static FeedStatus fetched(FeedStatus before, Fetched fetched, int fresh, Instant due, Instant now) {
        Instant lastNew = fresh > 0 ? now : before.lastNew();
        int entries = fetched.drafts().size();
        State state = entries > 0 && !quiet(lastNew, now) ? State.OK : State.QUIET;
        String reason = entries == 0
                ? "the document has 0 entries"
                : state == State.QUIET ? quietFor(lastNew, now) : entries + " entries, " + fresh + " of them new";
        Validators validators = fetched.validators();
        return new FeedStatus(before.feedId(), state, reason, since(before, state, now), validators.etag(),
                validators.lastModified(), now, lastNew, due, 0, fetched.status(), fetched.bytes(), entries, fresh,
                fetched.problems().stream().limit(PROBLEMS).toList());
    }

    static FeedStatus notModified(FeedStatus before, Validators validators, Instant due, Instant now) {
        State state = before.entries() > 0 && !quiet(before.lastNew(), now) ? State.OK : State.QUIET;
        String reason = state == State.QUIET && before.entries() > 0
                ? quietFor(before.lastNew(), now)
                : before.entries() + " entries, unchanged since the last poll";
        return new FeedStatus(before.feedId(), state, reason, since(before, state, now),
                validators.etag() == null ? before.etag() : validators.etag(),
                validators.lastModified() == null ? before.lastModified() : validators.lastModified(), now,
                before.lastNew(), due, 0, 304, before.bytes(), before.entries(), 0, before.problems());
    }

    /** A poll without a document; validators stay, for their document is the last that we have. */
    static FeedStatus failed(FeedStatus before, State state, int httpStatus, String reason, Instant due, Instant now) {
        int failures = before.failures() + 1;
        String times = failures == 1 ? "" : ", " + failures + " polls in a row";
        return new FeedStatus(before.feedId(), state, reason + times, since(before, state, now), before.etag(),
                before.lastModified(), now, before.lastNew(), due, failures, httpStatus, before.bytes(),
                before.entries(), 0, before.problems());
    }

    /** Whether readers would see a difference, other than the times of the polls. */
    static boolean differs(FeedStatus one, FeedStatus other) {
        return one.state() != other.state() || !one.reason().equals(other.reason())
                || one.failures() != other.failures() || one.httpStatus() != other.httpStatus()
                || one.entries() != other.entries() || one.fresh() != other.fresh()
                || (one.nextDue() == null) != (other.nextDue() == null)
                || !Objects.equals(one.lastNew(), other.lastNew()) || !one.problems().equals(other.problems());
    }

    private static FeedStatus stopped(FeedStatus before, State state, String reason, int httpStatus,
            @Nullable Instant lastPoll, Instant now) {
        return new FeedStatus(before.feedId(), state, reason, since(before, state, now), before.etag(),
                before.lastModified(), lastPoll, before.lastNew(), null, before.failures(), httpStatus, before.bytes(),
                before.entries(), 0, before.problems());
    }

    private static Instant since(FeedStatus before, State state, Instant now) {
        return before.state() == state ? before.since() : now;
    }

    private static boolean quiet(@Nullable Instant lastNew, Instant now) {
        return lastNew != null && Duration.between(lastNew, now).compareTo(QUIET_FROM) >= 0;
    }

    private static String quietFor(@Nullable Instant lastNew, Instant now) {
        long hours = lastNew == null ? 0 : Duration.between(lastNew, now).toHours();
        return hours < 48 ? "no new entry for " + hours + " hours" : "no new entry for " + hours / 24 + " days";
    }
}
