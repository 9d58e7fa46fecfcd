package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEED_STATUS;

import caspianwatch.contract.Article;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.runtime.due.DueWork;
import caspianwatch.runtime.due.Outcome;
import caspianwatch.runtime.due.Output;
import caspianwatch.runtime.due.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The due work of ingest: a feed is due, is asked, and is due again. Articles, status, validators and the memory of
 * entries are one step, so that no ETag is ever kept without its articles.
 */
final class FeedPolls implements DueWork<Feed, FeedWork, FetchResult> {
    /** A status in which nothing but times changed is sent again after this long. */
    private static final Duration RETELL = Duration.ofMinutes(5);

    private final FeedFetcher fetcher;
    private final PollMeters meters;

    FeedPolls(FeedFetcher fetcher, PollMeters meters) {
        this.fetcher = fetcher;
        this.meters = meters;
    }

    @Override
    public Step<FeedWork> onInput(String key, @Nullable FeedWork work, @Nullable Feed feed, Instant now) {
        if (feed == null) {
            return new Step.Forget<>(work == null
                    ? List.of()
                    : List.of(new Output<>(FEED_STATUS, key,
                            StatusAfter.disabled(work.feed().id(), work.status(), "removed from the list", now))));
        }
        SeenEntries seen = work == null ? SeenEntries.NONE : work.seen();
        FeedStatus before = work == null ? null : work.status();
        if (!feed.enabled()) {
            String reason = feed.disabledReason() == null ? "disabled without a reason" : feed.disabledReason();
            var status = StatusAfter.disabled(feed.id(), before, reason, now);
            return new Step.Rest<>(new FeedWork(feed, status, seen, now), told(key, status));
        }
        if (work != null && before != null && work.feed().equals(feed)) {
            return new Step.Keep<>(List.of());
        }
        Instant due = PollSchedule.first(feed, now);
        FeedStatus status = work == null || before == null
                ? StatusAfter.added(feed.id(), due, now)
                : StatusAfter.changed(before, work.feed().url().equals(feed.url()), due, now);
        return new Step.Perform<>(new FeedWork(feed, status, seen, now), due, told(key, status));
    }

    @Override
    public FetchResult perform(String key, FeedWork work) {
        return meters.timed(() -> fetcher.fetch(work.feed(), work.validators()));
    }

    @Override
    public Step<FeedWork> onOutcome(String key, FeedWork work, Outcome<FetchResult> outcome, Instant now) {
        FetchResult result = switch (outcome) {
            case Outcome.Returned<FetchResult>(var value) -> value;
            case Outcome.Threw<FetchResult>(var error) -> new FetchResult.Failed(0, "bug", error.toString());
        };
        meters.polled(result);
        Feed feed = work.feed();
        int failures = work.status().failures() + 1;
        return switch (result) {
            case FetchResult.Fetched fetched -> fetched(key, work, fetched, now);
            case FetchResult.NotModified(var validators) when work.validators().any() -> again(key, work, StatusAfter
                    .notModified(work.status(), validators, PollSchedule.next(feed, now), now), now);
            case FetchResult.NotModified _ -> failed(key, work, State.FAILING, 304,
                    "HTTP 304 to a request for the whole document", PollSchedule.afterFailure(feed, failures, now),
                    now);
            case FetchResult.RetryAfter(int status, var at) -> failed(key, work, State.FAILING, status,
                    "HTTP " + status
                            + (at == null ? ": the server is busy" : ": the server asks us to wait until " + at),
                    PollSchedule.afterRefusal(feed, failures, at, now), now);
            case FetchResult.Gone _ -> rest(key, work, StatusAfter.gone(work.status(), now), now);
            case FetchResult.Refused(int status) -> failed(key, work, State.BLOCKED, status,
                    "HTTP " + status + ": the server refuses us", PollSchedule.afterFailure(feed, failures, now), now);
            case FetchResult.Failed(int status, var reason, var detail) -> failed(key, work, State.FAILING, status,
                    reason.equals("http") ? detail : reason + ": " + detail,
                    PollSchedule.afterFailure(feed, failures, now), now);
            case FetchResult.Malformed(int status, long bytes, var detail) -> failed(key, work, State.MALFORMED, status,
                    detail + " (" + bytes + " bytes)", PollSchedule.afterFailure(feed, failures, now), now);
            case FetchResult.Blocked(var detail) -> failed(key, work, State.BLOCKED, 0, "not asked: " + detail,
                    PollSchedule.afterFailure(feed, failures, now), now);
        };
    }

    /** Feeds of a host are asked one after the other. */
    @Override
    public String lane(String key, FeedWork work) {
        return work.feed().host();
    }

    private Step<FeedWork> fetched(String key, FeedWork work, FetchResult.Fetched fetched, Instant now) {
        var outputs = new ArrayList<Output<?>>();
        var changes = work.seen().after(fetched.drafts().size());
        int fresh = 0;
        for (Draft draft : fetched.drafts()) {
            var seen = work.seen().find(draft);
            Instant firstSeen = seen == null ? now : seen.firstSeen();
            int revision = seen == null ? 1 : seen.has(draft.contentHash()) ? seen.revision() : seen.revision() + 1;
            changes.put(draft, firstSeen, revision);
            if (seen == null || revision != seen.revision()) {
                Article article = draft.article(work.feed(), firstSeen, now, revision);
                outputs.add(new Output<>(ARTICLES, article.id(), article));
            }
            fresh += seen == null ? 1 : 0;
            meters.entry(seen == null ? "new" : revision == seen.revision() ? "unchanged" : "revised");
        }
        Instant due = PollSchedule.next(work.feed(), now);
        var status = StatusAfter.fetched(work.status(), fetched, fresh, due, now);
        return step(key, work, status, changes.done(), outputs, due, now);
    }

    private static Step<FeedWork> failed(String key, FeedWork work, State state, int httpStatus, String reason,
            Instant due, Instant now) {
        return again(key, work, StatusAfter.failed(work.status(), state, httpStatus, reason, due, now), now);
    }

    private static Step<FeedWork> again(String key, FeedWork work, FeedStatus status, Instant now) {
        return step(key, work, status, work.seen(), new ArrayList<>(), status.nextDue(), now);
    }

    private static Step<FeedWork> rest(String key, FeedWork work, FeedStatus status, Instant now) {
        return step(key, work, status, work.seen(), new ArrayList<>(), null, now);
    }

    private static Step<FeedWork> step(String key, FeedWork work, FeedStatus status, SeenEntries seen,
            List<Output<?>> outputs, @Nullable Instant due, Instant now) {
        Instant told = work.told();
        boolean tell = told == null || !now.isBefore(told.plus(RETELL)) || StatusAfter.differs(work.status(), status);
        if (tell) {
            outputs.addAll(told(key, status));
        }
        var next = new FeedWork(work.feed(), status, seen, tell ? now : told);
        return due == null ? new Step.Rest<>(next, outputs) : new Step.Perform<>(next, due, outputs);
    }

    private static List<Output<?>> told(String key, FeedStatus status) {
        return List.of(new Output<>(FEED_STATUS, key, status));
    }
}
