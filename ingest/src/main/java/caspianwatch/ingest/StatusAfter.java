package caspianwatch.ingest;

import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.health.Track;
import caspianwatch.ingest.health.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The status of a feed after what has just been learned of it: what is not set stays as it was. */
final class StatusAfter {
    private static final Duration LOOK_KEPT = Duration.ofHours(1);
    private static final int PROBLEMS = 10;

    private final FeedStatus before;
    private final Instant now;
    private State state;
    private String reason;
    private List<String> evidence;
    private @Nullable String advice;
    private Validators validators;
    private @Nullable Instant lastPoll;
    private @Nullable Instant lastNew;
    private @Nullable Instant lastGood;
    private @Nullable Instant due;
    private int failures;
    private int httpStatus;
    private long bytes;
    private int entries;
    private int fresh;
    private List<String> problems;
    private FeedStatus.@Nullable Rhythm rhythm;
    private FeedStatus.@Nullable History history;
    private @Nullable Look look;

    private StatusAfter(FeedStatus before, Instant now) {
        this.before = before;
        this.now = now;
        state = before.state();
        reason = before.reason();
        evidence = before.evidence();
        advice = before.advice();
        validators = new Validators(before.etag(), before.lastModified());
        lastPoll = before.lastPoll();
        lastNew = before.lastNew();
        lastGood = before.lastGood();
        due = before.nextDue();
        failures = before.failures();
        httpStatus = before.httpStatus();
        bytes = before.bytes();
        entries = before.entries();
        fresh = before.fresh();
        problems = before.problems();
        rhythm = before.rhythm();
        history = before.history();
        look = before.look() != null && before.look().at().isBefore(now.minus(LOOK_KEPT)) ? null : before.look();
    }

    static FeedStatus added(String feedId, Instant due, Instant now) {
        return new FeedStatus(feedId, State.NEW, "not asked yet", now, null, null, null, null, due, 0, 0, 0, 0, 0,
                List.of());
    }

    /** The feed was edited or enabled: what was known of it stays, validators only where the address did. */
    static FeedStatus changed(FeedStatus before, boolean sameAddress, Instant due, Instant now) {
        var after = new StatusAfter(before, now);
        if (before.nextDue() == null) {
            after.is(new Verdict(State.NEW, "not asked yet since it was enabled", List.of(), null));
        }
        after.validators = sameAddress ? after.validators : Validators.NONE;
        after.due = due;
        after.failures = 0;
        return after.done();
    }

    /** Somebody asked for a fetch: it is due at once, nothing else changes. */
    static FeedStatus asked(FeedStatus before, Instant now) {
        var after = new StatusAfter(before, now);
        after.due = now;
        return after.done();
    }

    static FeedStatus disabled(String feedId, @Nullable FeedStatus before, String reason, Instant now) {
        var after = new StatusAfter(before == null ? added(feedId, now, now) : before, now);
        after.is(new Verdict(State.DISABLED, reason, List.of(), null));
        after.fresh = 0;
        after.due = null;
        return after.done();
    }

    static FeedStatus gone(FeedStatus before, Verdict verdict, Instant now) {
        var after = new StatusAfter(before, now);
        after.is(verdict);
        after.polled(410);
        after.due = null;
        return after.done();
    }

    /** A document was read, or 304; {@code entries} and the rest are of the document that counts. */
    record Read(int httpStatus, Validators validators, long bytes, int entries, int fresh, @Nullable Instant lastNew,
            List<String> problems) {}

    static FeedStatus read(FeedStatus before, Read read, Track track, Verdict verdict, Instant due, Instant now) {
        var after = new StatusAfter(before, now);
        after.is(verdict);
        after.polled(read.httpStatus());
        after.validators = read.validators();
        after.lastNew = read.lastNew();
        after.lastGood = now;
        after.failures = 0;
        after.bytes = read.bytes();
        after.entries = read.entries();
        after.fresh = read.fresh();
        after.problems = read.problems().stream().limit(PROBLEMS).toList();
        after.due = due;
        after.tracked(track);
        return after.done();
    }

    /** A poll without a document; validators stay, for their document is the last that we have. */
    static FeedStatus failed(FeedStatus before, Verdict verdict, int httpStatus, @Nullable Track track, Instant due,
            Instant now) {
        var after = new StatusAfter(before, now);
        after.failures = before.failures() + 1;
        String times = after.failures == 1 ? "" : "; " + after.failures + " polls in a row";
        after.is(new Verdict(verdict.state(), verdict.reason() + times, verdict.evidence(), verdict.advice()));
        after.polled(httpStatus);
        after.due = due;
        if (track != null) {
            after.tracked(track);
        }
        return after.done();
    }

    /** With what was found by the fetch that somebody asked for, and nothing else learned from it. */
    static FeedStatus looked(FeedStatus before, Look look, Instant now) {
        var after = new StatusAfter(before, now);
        after.look = look;
        return after.done();
    }

    /** Whether readers would see a difference, other than the times of the polls. */
    static boolean differs(FeedStatus one, FeedStatus other) {
        return one.state() != other.state() || !one.reason().equals(other.reason())
                || one.failures() != other.failures() || one.httpStatus() != other.httpStatus()
                || one.entries() != other.entries() || one.fresh() != other.fresh()
                || (one.nextDue() == null) != (other.nextDue() == null)
                || !Objects.equals(one.lastNew(), other.lastNew()) || !one.problems().equals(other.problems())
                || !Objects.equals(one.look(), other.look());
    }

    private void is(Verdict verdict) {
        state = verdict.state();
        reason = verdict.reason();
        evidence = verdict.evidence();
        advice = verdict.advice();
    }

    private void polled(int status) {
        httpStatus = status;
        lastPoll = now;
        fresh = 0;
    }

    private void tracked(Track track) {
        rhythm = track.rhythmAt(now);
        history = track.historyAt(now);
    }

    private FeedStatus done() {
        boolean same = state == before.state();
        return new FeedStatus(before.feedId(), state, reason, same ? before.since() : now, validators.etag(),
                validators.lastModified(), lastPoll, lastNew, due, failures, httpStatus, bytes, entries, fresh,
                problems, same ? before.previous() : before.state(), evidence, advice, lastGood, rhythm, history,
                look);
    }
}
