package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Head;
import caspianwatch.ingest.fetch.FetchResult.NotModified;
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

/** A server that answers 304 for ever must not hide its news for ever. */
final class ForgottenValidatorsTest {
    private static final URI URL = URI.create("https://harbour.example/rss");
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);
    private static final Validators STUCK = new Validators("\"1\"", null);

    private final Telemetry telemetry = new Telemetry();
    private final List<Instant> whole = new ArrayList<>();
    private Instant now = START;
    private final FeedPolls polls = new FeedPolls((_, validators) -> answer(validators), new PollMeters(telemetry),
            () -> false);

    @AfterEach
    void stop() {
        telemetry.close();
    }

    private FetchResult answer(Validators validators) {
        if (validators.any()) {
            return new NotModified(Validators.NONE);
        }
        whole.add(now);
        return new Fetched(200, STUCK, 100, new Origin(URL, null, "text/xml"), new Head("rss 2.0", null, null),
                List.of(), List.of());
    }

    private void pollFor(Duration time) {
        var step = polls.onInput(FEED.key(), null, FEED, START);
        while (step instanceof Step.Perform<FeedWork>(var work, var due, _) && due.isBefore(START.plus(time))) {
            now = due;
            step = polls.onOutcome(FEED.key(), work, new Outcome.Returned<>(polls.perform(FEED.key(), work)), now);
        }
    }

    @Test
    void theWholeDocumentIsAskedForAgainAfterEightDays() {
        pollFor(Duration.ofDays(20));

        assertThat(whole).hasSize(3);
        assertThat(Duration.between(whole.get(0), whole.get(1))).isBetween(Duration.ofDays(8),
                Duration.ofDays(8).plusHours(1));
    }

    @Test
    void ofASilentFeedItIsAskedForEachDay() {
        assertThat(work(State.SILENT, Duration.ofHours(25)).validators()).isEqualTo(Validators.NONE);
        assertThat(work(State.SILENT, Duration.ofHours(23)).validators()).isEqualTo(STUCK);
        assertThat(work(State.QUIET, Duration.ofHours(25)).validators()).isEqualTo(STUCK);
    }

    @Test
    void whatWasKeptBeforeIsAskedWithUntilItIsKnownHowOldItIs() {
        assertThat(work(State.SILENT, null).validators()).isEqualTo(STUCK);
    }

    private static FeedWork work(State state, @Nullable Duration sinceWhole) {
        var status = new FeedStatus(FEED.id(), state, "304", START, STUCK.etag(), null, START, null, START, 0, 304, 100,
                1, 0, List.of());
        return new FeedWork(FEED, status, SeenEntries.NONE, null, null, null, null,
                sinceWhole == null ? null : START.minus(sinceWhole));
    }
}
