package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEED_STATUS;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.fetch.FetchResult.Wishes;
import caspianwatch.ingest.health.Document;
import caspianwatch.ingest.health.ReadFeed;
import caspianwatch.ingest.health.Track;
import caspianwatch.ingest.health.UnreadFeed;
import caspianwatch.ingest.health.Verdict;
import caspianwatch.runtime.due.DueWork;
import caspianwatch.runtime.due.Outcome;
import caspianwatch.runtime.due.Output;
import caspianwatch.runtime.due.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The due work of ingest: a feed is due, is asked, and is due again. Articles, status, validators and the memory of
 * entries are one step, so that no ETag is ever kept without its articles.
 */
final class FeedPolls implements DueWork<Feed, FeedWork, FetchResult> {
    /** A status in which nothing but times changed is sent again after this long. */
    private static final Duration RETELL = Duration.ofMinutes(5);
    /** A request that is older than this is not followed any more: nobody waits for it. */
    private static final Duration REQUEST_HOLDS = Duration.ofMinutes(10);

    private static final int TOO_MANY = 429;

    private final FeedFetcher fetcher;
    private final PollMeters meters;
    private final BooleanSupplier diskFull;

    FeedPolls(FeedFetcher fetcher, PollMeters meters, BooleanSupplier diskFull) {
        this.fetcher = fetcher;
        this.meters = meters;
        this.diskFull = diskFull;
    }

    @Override
    public Step<FeedWork> onInput(String key, @Nullable FeedWork work, @Nullable Feed feed, Instant now) {
        if (feed == null) {
            return new Step.Forget<>(List.of(new Output<>(FEED_STATUS, key, null)));
        }
        SeenEntries seen = work == null ? SeenEntries.NONE : work.seen();
        FeedStatus before = work == null ? null : work.status();
        Wishes wishes = work == null ? null : work.wishes();
        Instant whole = work == null ? null : work.whole();
        Track track = work == null ? null : work.track();
        if (track != null && work != null && !work.feed().url().equals(feed.url())) {
            track = track.moved(null, now); // an address that somebody set counts, wherever redirects led before
        }
        Instant asked = asked(work, feed, now);
        if (!feed.enabled()) {
            var status = feed.draft() == null
                    ? StatusAfter.disabled(feed.id(), before, reason(feed), now)
                    : before == null ? StatusAfter.added(feed.id(), null, now) : before;
            var next = new FeedWork(feed, status, seen, now, track, asked, wishes, whole);
            return asked == null
                    ? new Step.Rest<>(next, told(key, status))
                    : new Step.Perform<>(next, now, told(key, status));
        }
        boolean same = work != null && before != null && same(work.feed(), feed);
        if (same && asked == null) {
            return new Step.Keep<>(List.of());
        }
        Instant due = asked == null ? PollSchedule.first(feed, now) : now;
        FeedStatus status = work == null || before == null
                ? StatusAfter.added(feed.id(), due, now)
                : same
                        ? StatusAfter.asked(before, now)
                        : StatusAfter.changed(before, work.feed().url().equals(feed.url()), due, now);
        return new Step.Perform<>(new FeedWork(feed, status, seen, now, track, asked, wishes, whole), due,
                told(key, status));
    }

    @Override
    public FetchResult perform(String key, FeedWork work) {
        // Who asks wants to see the whole document.
        return meters.timed(
                () -> fetcher.fetch(work.target(), work.asked() == null ? work.validators() : Validators.NONE));
    }

    @Override
    public Step<FeedWork> onOutcome(String key, FeedWork work, Outcome<FetchResult> outcome, Instant now) {
        FetchResult result = switch (outcome) {
            case Outcome.Returned<FetchResult>(var value) -> value;
            case Outcome.Threw<FetchResult>(var error) -> new FetchResult.Failed(0, "bug", error.toString());
        };
        meters.polled(result);
        if (!work.feed().enabled()) {
            return lookedAt(key, work, result, now);
        }
        Feed feed = work.feed();
        int failures = work.status().failures() + 1;
        Instant later = PollSchedule.afterFailure(feed, failures, now);
        return switch (result) {
            case FetchResult.Fetched fetched -> fetched(key, work, fetched, now);
            case FetchResult.NotModified(var validators, var fresh) when work.validators().any() ->
                notModified(key, work, validators, new Wishes(fresh, work.known().pace()), now);
            case FetchResult.RetryAfter(int status, var at) -> failed(key, work, result, status,
                    PollSchedule.afterRefusal(feed, failures, at, now), now);
            case FetchResult.Gone _ when !work.adopted() ->
                rest(key, work, StatusAfter.gone(work.status(), UnreadFeed.gone(), now), now);
            case FetchResult.Gone _ -> failed(key, work, result, 410, later, now);
            case FetchResult.NotModified _ -> failed(key, work, result, 304, later, now);
            case FetchResult.Refused(int status, _) -> failed(key, work, result, status, later, now);
            case FetchResult.Failed(int status, var reason, _) when reason.equals("dns") -> failed(key, work, result,
                    status, PollSchedule.afterSilenceOfNames(feed, failures, failingSince(work, now), now), now);
            case FetchResult.Failed(int status, _, _) -> failed(key, work, result, status, later, now);
            case FetchResult.Malformed malformed -> failed(key, work, result, malformed.status(), later, now);
            case FetchResult.Blocked _ -> failed(key, work, result, 0, later, now);
        };
    }

    /** Too many requests are meant for whoever asks; not for ever, for a gateway says it of one publisher behind it. */
    @Override
    public Duration rest(FeedWork work, Outcome<FetchResult> outcome, Instant now) {
        return outcome instanceof Outcome.Returned<FetchResult>(FetchResult.RetryAfter(int status, var at))
                && status == TOO_MANY ? PollSchedule.restOfHost(at, now) : Duration.ZERO;
    }

    @Override
    public boolean paused() {
        return diskFull.getAsBoolean();
    }

    /** What failed last time may hang this time. */
    @Override
    public boolean doubtful(String key, FeedWork work) {
        return work.status().failures() > 0;
    }

    /** Feeds of a host are asked one after the other; one that has moved belongs to the host to which it has. */
    @Override
    public String lane(String key, FeedWork work) {
        return work.target().host();
    }

    private Step<FeedWork> fetched(String key, FeedWork work, FetchResult.Fetched fetched, Instant now) {
        var outputs = new ArrayList<Output<?>>();
        var changes = work.seen().after(fetched.drafts().size());
        var fresh = new ArrayList<Draft>();
        for (Draft draft : fetched.drafts()) {
            var seen = work.seen().find(draft);
            Instant firstSeen = seen == null ? now : seen.firstSeen();
            int revision = seen == null ? 1 : seen.has(draft.contentHash()) ? seen.revision() : seen.revision() + 1;
            changes.put(draft, firstSeen, revision);
            if (seen == null || revision != seen.revision()) {
                Article article = draft.article(work.feed(), firstSeen, now, revision);
                outputs.add(new Output<>(ARTICLES, article.id(), article));
            }
            if (seen == null) {
                fresh.add(draft);
            }
            meters.entry(seen == null ? "new" : revision == seen.revision() ? "unchanged" : "revised");
        }
        var facts = Facts.of(fetched, fresh, work, now);
        if (facts.lossy()) {
            meters.lossy();
        }
        Instant due = PollSchedule.next(work.feed(), fetched.drafts().size(), facts.track(), fetched.wishes(), now);
        var document = new Document(work.feed().url(), fetched.status(), fetched.bytes(), fetched.drafts().size(),
                fresh.size(), work.status().entries(), facts.lastNew(), Duration.between(now, due));
        Verdict verdict = ReadFeed.verdict(document, facts.track(), now);
        var read = new StatusAfter.Read(fetched.status(), fetched.validators(), fetched.bytes(),
                fetched.drafts().size(), fresh.size(), facts.lastNew(), fetched.problems());
        FeedStatus status = StatusAfter.read(work.status(), read, facts.track(), verdict, due, now);
        if (work.asked() != null) {
            status = StatusAfter.looked(status, Looks.of(work, fetched, fresh.size(), verdict, now), now);
        }
        return step(key, work.with(fetched.wishes()).read(now), status, changes.done(), facts.track(), outputs, due,
                now);
    }

    private Step<FeedWork> notModified(String key, FeedWork work, Validators sent, Wishes wishes, Instant now) {
        FeedStatus before = work.status();
        Track track = known(work).after(new Track.Reading(List.of(), false, now));
        Instant due = PollSchedule.next(work.feed(), before.entries(), track, wishes, now);
        var document = new Document(work.feed().url(), 304, before.bytes(), before.entries(), 0, before.entries(),
                before.lastNew(), Duration.between(now, due));
        var validators = new Validators(sent.etag() == null ? before.etag() : sent.etag(),
                sent.lastModified() == null ? before.lastModified() : sent.lastModified());
        var read = new StatusAfter.Read(304, validators, before.bytes(), before.entries(), 0, before.lastNew(),
                before.problems());
        var status = StatusAfter.read(before, read, track, ReadFeed.verdict(document, track, now), due, now);
        var next = work.whole() == null ? work.read(now) : work; // as far as we know, for a state of before may not say
        return step(key, next.with(wishes), status, work.seen(), track, new ArrayList<>(), due, now);
    }

    private Step<FeedWork> failed(String key, FeedWork work, FetchResult result, int httpStatus, Instant due,
            Instant now) {
        Verdict verdict = verdict(result);
        var status = StatusAfter.failed(work.status(), verdict, httpStatus, work.track(), due, now);
        if (work.asked() != null) {
            status = StatusAfter.looked(status, Looks.of(work, result, 0, verdict, now), now);
        }
        // an adopted address that fails is left again: the next poll goes to the feed's own
        Track track = work.adopted() ? known(work).moved(null, now) : known(work);
        return step(key, work, status, work.seen(), track, new ArrayList<>(), due, now);
    }

    private Step<FeedWork> rest(String key, FeedWork work, FeedStatus status, Instant now) {
        return step(key, work, status, work.seen(), known(work), new ArrayList<>(), null, now);
    }

    /** A feed that is not polled was fetched because somebody asked: the status says what was found, nothing else follows. */
    private static Step<FeedWork> lookedAt(String key, FeedWork work, FetchResult result, Instant now) {
        Verdict verdict;
        if (result instanceof FetchResult.Fetched fetched) {
            var facts = Facts.of(fetched, fetched.drafts(), work, now);
            int entries = fetched.drafts().size();
            verdict = ReadFeed.verdict(new Document(work.feed().url(), fetched.status(), fetched.bytes(), entries,
                    entries, 0, facts.lastNew(), work.feed().interval()), facts.track(), now);
        } else {
            verdict = verdict(result);
        }
        int entries = result instanceof FetchResult.Fetched fetched ? fetched.drafts().size() : 0;
        var status = StatusAfter.looked(work.status(), Looks.of(work, result, entries, verdict, now), now);
        return new Step.Rest<>(new FeedWork(work.feed(), status, work.seen(), now, work.track(), null, work.wishes(),
                work.whole()),
                told(key, status));
    }

    /** Of a result without a document. */
    private static Verdict verdict(FetchResult result) {
        return switch (result) {
            case FetchResult.Fetched _ -> throw new IllegalArgumentException("a document has been read");
            case FetchResult.NotModified _ -> UnreadFeed.failing(304, "http",
                    "304 to a request for the whole document");
            case FetchResult.RetryAfter(int status, var at) -> UnreadFeed.busy(
                    status + (at == null ? ": the server is busy" : ": the server asks us to wait until " + at));
            case FetchResult.Gone _ -> UnreadFeed.gone();
            case FetchResult.Refused(int status, var page) -> UnreadFeed.refused(status, page);
            case FetchResult.Failed(int status, var reason, var detail) -> UnreadFeed.failing(status, reason, detail);
            case FetchResult.Malformed malformed -> UnreadFeed.malformed(malformed.status(), malformed.bytes(),
                    malformed.detail(), malformed.announced());
            case FetchResult.Blocked(_, var detail) -> UnreadFeed.forbidden(detail);
        };
    }

    private Step<FeedWork> step(String key, FeedWork work, FeedStatus status, SeenEntries seen, Track track,
            List<Output<?>> outputs, @Nullable Instant due, Instant now) {
        meters.changed(work.status().state(), status.state());
        Instant told = work.told();
        boolean tell = told == null || !now.isBefore(told.plus(RETELL)) || StatusAfter.differs(work.status(), status);
        if (tell) {
            outputs.addAll(told(key, status));
        }
        var next = new FeedWork(work.feed(), status, seen, tell ? now : told, track, null, work.wishes(),
                work.whole());
        return due == null ? new Step.Rest<>(next, outputs) : new Step.Perform<>(next, due, outputs);
    }

    /** The request that this record brings, where it is new and not long past. */
    private static @Nullable Instant asked(@Nullable FeedWork work, Feed feed, Instant now) {
        Instant asked = feed.fetchRequested();
        if (asked == null || (work != null && asked.equals(work.feed().fetchRequested()))) {
            return work == null ? null : work.asked();
        }
        return asked.isBefore(now.minus(REQUEST_HOLDS)) ? null : asked;
    }

    private static boolean same(Feed one, Feed other) {
        return one.fetchRequested(Instant.EPOCH).equals(other.fetchRequested(Instant.EPOCH));
    }

    private static String reason(Feed feed) {
        return feed.disabledReason() == null ? "disabled without a reason" : feed.disabledReason();
    }

    private static Instant failingSince(FeedWork work, Instant now) {
        return work.status().failures() == 0 ? now : work.status().since();
    }

    private static Track known(FeedWork work) {
        return work.track() == null ? Track.NONE : work.track();
    }

    private static List<Output<?>> told(String key, FeedStatus status) {
        return List.of(new Output<>(FEED_STATUS, key, status));
    }

    /** What a document tells of its feed. */
    private record Facts(Track track, @Nullable Instant lastNew, boolean lossy) {
        static Facts of(FetchResult.Fetched fetched, List<Draft> fresh, FeedWork work, Instant now) {
            List<Draft> drafts = fetched.drafts();
            Track before = known(work);
            boolean first = before.seenUntil() == null;
            boolean lossy = !first && drafts.size() > 1 && fresh.size() == drafts.size() && work.status().entries() > 0;
            List<@Nullable Instant> dates = new ArrayList<>();
            fresh.forEach(each -> dates.add(each.dated()));
            Instant newest = drafts.stream().map(Draft::dated).filter(Objects::nonNull).max(Instant::compareTo)
                    .orElse(null);
            int dated = (int) drafts.stream().filter(each -> each.dated() != null).count();
            boolean titlesOnly = !drafts.isEmpty()
                    && drafts.stream().allMatch(each -> each.basis() == TextBasis.TITLE);
            Track track = before.after(new Track.Reading(dates, lossy, now))
                    .with(drafts.isEmpty() ? before.empty() + 1 : 0, dated, newest, titlesOnly)
                    .moved(work.adopted() ? work.target().url() : fetched.origin().permanent(), now);
            // What a first document brings is new to us alone: its newest date says when it last brought something.
            Instant lastNew = fresh.isEmpty()
                    ? work.status().lastNew()
                    : first && newest != null && newest.isBefore(now) ? newest : now;
            return new Facts(track, lastNew, lossy);
        }
    }
}
