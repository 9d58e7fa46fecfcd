package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Gone;
import caspianwatch.ingest.fetch.FetchResult.Head;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.fetch.FetchResult.Origin;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.Outcome;
import caspianwatch.runtime.due.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A permanent redirect is believed after a week of it, and no longer than its target can be read. */
final class MovedFeedTest {
    private static final URI OLD = URI.create("https://harbour.example/rss");
    private static final URI NEW = URI.create("https://port.example/feed");
    private static final URI THIRD = URI.create("https://harbour.example/all.xml");
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");
    private static final Feed FEED = new Feed(Feed.idOf(OLD), OLD, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);

    private final Telemetry telemetry = new Telemetry();
    private final List<URI> asked = new ArrayList<>();
    private final FeedPolls polls = new FeedPolls((feed, _) -> {
        asked.add(feed.url());
        return new Gone();
    }, new PollMeters(telemetry), () -> false);
    private Instant now = START;
    private FeedWork work = added();

    @AfterEach
    void stop() {
        telemetry.close();
    }

    private FeedWork added() {
        return ((Step.Perform<FeedWork>) polls.onInput(FEED.key(), null, FEED, START)).state();
    }

    /** Asks, and takes this for the answer; the next poll is at its time. */
    private void poll(FetchResult result) {
        polls.perform(FEED.key(), work);
        var step = polls.onOutcome(FEED.key(), work, new Outcome.Returned<>(result), now);
        work = switch (step) {
            case Step.Perform<FeedWork>(var state, var due, _) -> {
                now = due;
                yield state;
            }
            case Step.Rest<FeedWork>(var state, _) -> state;
            case Step.Keep<FeedWork> _ -> work;
            case Step.Forget<FeedWork> _ -> work;
        };
    }

    private static Fetched document(URI url, @Nullable URI permanent) {
        return new Fetched(200, Validators.NONE, 100, new Origin(url, permanent, "text/xml"),
                new Head("rss 2.0", null, null), List.<Draft>of(), List.of());
    }

    private void redirectedFor(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            poll(document(NEW, NEW));
        }
    }

    @Test
    void isAskedAtItsOldAddressForAWeekAndThenAtTheNewOne() {
        redirectedFor(Duration.ofDays(6));
        assertThat(asked).containsOnly(OLD);
        assertThat(polls.lane(FEED.key(), work)).isEqualTo("harbour.example");

        redirectedFor(Duration.ofHours(25));
        poll(document(NEW, null));
        poll(document(NEW, null));

        assertThat(asked.getLast()).isEqualTo(NEW);
        assertThat(polls.lane(FEED.key(), work)).isEqualTo("port.example");
        assertThat(asked.get(asked.size() - 2)).isEqualTo(NEW);
        assertThat(work.status().state()).isNotEqualTo(State.GONE);
    }

    @Test
    void anAddressThatSomebodySetsCountsWhereverRedirectsLedBefore() {
        redirectedFor(Duration.ofDays(8));
        var moved = new Feed(FEED.id(), THIRD, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                Duration.ofMinutes(10), true, null);

        work = ((Step.Perform<FeedWork>) polls.onInput(FEED.key(), work, moved, now)).state();
        poll(document(THIRD, null));
        poll(document(THIRD, null));

        assertThat(asked.subList(asked.size() - 2, asked.size())).containsOnly(THIRD);
        assertThat(work.status().state()).isNotEqualTo(State.MOVED);
    }

    @Test
    void anInterruptionStartsTheWeekAgain() {
        redirectedFor(Duration.ofDays(6));
        poll(document(OLD, null));
        redirectedFor(Duration.ofDays(6));

        poll(document(NEW, NEW));

        assertThat(asked).containsOnly(OLD);
    }

    @Test
    void goesBackToTheOldAddressWhereTheNewOneIsNoFeedOrGone() {
        redirectedFor(Duration.ofDays(8));
        poll(new Malformed(200, 10, new Origin(NEW, null, "text/html"), "an HTML page instead of a feed", List.of()));
        poll(document(OLD, null));
        assertThat(asked.getLast()).isEqualTo(OLD);

        redirectedFor(Duration.ofDays(8));
        poll(new Gone());
        poll(document(OLD, null));

        assertThat(asked.getLast()).isEqualTo(OLD);
        assertThat(work.status().state()).isNotEqualTo(State.GONE);
    }
}
