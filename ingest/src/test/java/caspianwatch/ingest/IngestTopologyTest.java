package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEEDS;
import static caspianwatch.contract.Topics.FEED_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.contract.Topic;
import caspianwatch.ingest.fetch.FetchResult.Blocked;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Gone;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.fetch.FetchResult.NotModified;
import caspianwatch.ingest.fetch.FetchResult.Origin;
import caspianwatch.ingest.fetch.FetchResult.Refused;
import caspianwatch.ingest.fetch.FetchResult.RetryAfter;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of feeds, polled by a scripted fetcher under a clock that the test moves. */
final class IngestTopologyTest {
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final URI URL = URI.create("https://harbour.example/rss");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
            Feed.Reliability.B, INTERVAL, true, null);
    private static final DueWorks.Limits LIMITS = new DueWorks.Limits(8, Duration.ZERO);

    private final ScriptedFetcher fetcher = new ScriptedFetcher();
    private final Telemetry telemetry = new Telemetry();
    /** Made and closed on one thread, not one a step: the driver leaves a store open that another thread locked. */
    @AutoClose
    private final TopologyTestDriver driver;

    IngestTopologyTest(@TempDir Path folder) {
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        driver = new TopologyTestDriver(IngestTopology.build(fetcher, LIMITS, telemetry), settings, START);
    }

    @AfterEach
    void stop() {
        telemetry.close();
    }

    private void put(String key, @Nullable Feed feed) {
        driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer()).pipeInput(key,
                feed);
    }

    /** In steps of ten seconds, as a wall clock would pass; long times in steps of ten minutes. */
    private void after(Duration time) {
        Duration step = Duration.ofSeconds(time.compareTo(Duration.ofHours(12)) < 0 ? 10 : 600);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            driver.advanceWallClockTime(step);
        }
    }

    /** The longest that the next regular poll can take. */
    private void nextPoll() {
        after(INTERVAL.multipliedBy(11).dividedBy(10).plusSeconds(10));
    }

    private <V> List<V> sent(Topic<String, V> topic) {
        return driver.createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
                .readValuesToList();
    }

    private List<Article> articles() {
        return sent(ARTICLES);
    }

    private FeedStatus status() {
        return sent(FEED_STATUS).getLast();
    }

    private FeedWork stored() {
        var status = driver.getKeyValueStore(IngestTopology.POLLS).get(FEED.key());
        return caspianwatch.contract.Json.MAPPER.convertValue(
                caspianwatch.contract.Json.MAPPER.valueToTree(status).path("state"),
                FeedWork.class);
    }

    @Test
    void theShapeIsAsItWasPublished() throws IOException {
        var shape = IngestTopology.build(fetcher, LIMITS, telemetry).describe().toString();
        try (InputStream golden = IngestTopologyTest.class.getResourceAsStream("/ingest-topology.txt")) {
            assertThat(golden).isNotNull();
            assertThat(shape.strip()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aNewFeedIsAskedSoonAndItsArticlesAreSent() {
        fetcher.thenItems("\"1\"", "a frigate", "b corvette");

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));

        assertThat(articles()).extracting(Article::title).containsExactly("a frigate", "b corvette");
        var statuses = sent(FEED_STATUS);
        assertThat(statuses).extracting(FeedStatus::state).containsExactly(State.NEW, State.UNDATED);
        assertThat(statuses.getLast().reason()).isEqualTo("2 entries without a date; first-seen time is used");
        assertThat(statuses.getLast().etag()).isEqualTo("\"1\"");
    }

    @Test
    void anEntryThatStayedIsNotSentAgain() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.thenItems("\"2\"", "a frigate", "b corvette");

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        nextPoll();

        assertThat(articles()).extracting(Article::title).containsExactly("a frigate", "b corvette");
        assertThat(status().fresh()).isEqualTo(1);
    }

    @Test
    void aChangedEntryIsTheNextRevisionOfTheSameArticle() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.thenItems("\"2\"", "a frigate sank");

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        nextPoll();

        var articles = articles();
        assertThat(articles).extracting(Article::revision).containsExactly(1, 2);
        assertThat(articles).extracting(Article::id).containsOnly(articles.getFirst().id());
        assertThat(articles).extracting(Article::firstSeen).containsOnly(articles.getFirst().firstSeen());
        assertThat(articles.getLast().fetched()).isAfter(articles.getFirst().fetched());
    }

    @Test
    void theNextPollAsksWithTheValidatorsOfTheArticlesThatWereSent() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.then(new NotModified(Validators.NONE));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        nextPoll();
        nextPoll();

        assertThat(fetcher.asked).containsExactly(Validators.NONE, new Validators("\"1\"", null),
                new Validators("\"1\"", null));
        assertThat(articles()).hasSize(1);
        assertThat(status().httpStatus()).isEqualTo(304);
    }

    @Test
    void aPollWithoutArticlesLeavesTheValidatorsAlone() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.then(new Malformed(200, 1_000, new Origin(URL, null, "text/html"), "an HTML page instead of a feed",
                List.of()));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        nextPoll();

        assertThat(stored().validators()).isEqualTo(new Validators("\"1\"", null));
        assertThat(status().state()).isEqualTo(State.MALFORMED);
    }

    @Test
    void aFailingFeedIsAskedLessAndLessOftenAndNeverGivenUp() {
        fetcher.then(new Failed(500, "http", "HTTP 500"));

        put(FEED.key(), FEED);
        after(Duration.ofHours(3));
        int early = fetcher.asked.size();
        for (int day = 0; day < 10; day++) {
            after(Duration.ofDays(1));
        }

        assertThat(early).isBetween(4, 5);
        assertThat(fetcher.asked.size() - early).isBetween(9, 15);
        assertThat(status().state()).isEqualTo(State.FAILING);
        assertThat(stored().status().reason()).isEqualTo("HTTP 500; " + fetcher.asked.size() + " polls in a row");
    }

    @Test
    void aFeedThatRecoversIsAskedAtItsIntervalAgain() {
        fetcher.then(new Failed(0, "timeout", "no complete answer within 8 s"));
        fetcher.thenItems("\"1\"", "a frigate");

        put(FEED.key(), FEED);
        after(Duration.ofMinutes(23));

        var status = status();
        assertThat(status.state().readable()).isTrue();
        assertThat(status.failures()).isZero();
    }

    @Test
    void aBusyServerIsNotAskedBeforeTheTimeItNamed() {
        fetcher.then(new RetryAfter(429, START.plus(Duration.ofHours(5))));

        put(FEED.key(), FEED);
        after(Duration.ofHours(5).minusSeconds(10));
        assertThat(fetcher.asked).hasSize(1);
        after(Duration.ofSeconds(20));

        assertThat(fetcher.asked).hasSize(2);
        assertThat(status().reason()).startsWith("429: the server asks us to wait until 2026-03-07T11:00:00Z");
    }

    @Test
    void aServerThatIsAskedTooOftenIsLeftAloneByItsOtherFeedsToo() {
        fetcher.then(new RetryAfter(429, START.plus(Duration.ofHours(2))));
        var other = FEED.at(URI.create("https://harbour.example/other"));
        var neighbour = new Feed("other", other.url(), "Pier", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                INTERVAL, true, null);
        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        put(neighbour.key(), neighbour);

        after(Duration.ofMinutes(9));
        assertThat(fetcher.asked).hasSize(1);
        after(Duration.ofMinutes(2));
        assertThat(fetcher.asked).as("ten minutes at most").hasSize(2);
    }

    @Test
    void aFeedThatIsGoneIsNotAskedAgain() {
        fetcher.then(new Gone());

        put(FEED.key(), FEED);
        after(Duration.ofDays(2));

        assertThat(fetcher.asked).hasSize(1);
        assertThat(status().state()).isEqualTo(State.GONE);
    }

    @Test
    void aServerThatRefusesUsIsSaidToBlock() {
        fetcher.then(new Refused(403, null));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));

        var status = status();
        assertThat(status.state()).isEqualTo(State.BLOCKED);
        assertThat(status.httpStatus()).isEqualTo(403);
    }

    @Test
    void aDisabledFeedIsNotAskedAndSaysWhy() {
        put(FEED.key(), disabled("HTTP 403 since May"));
        after(Duration.ofHours(1));

        assertThat(fetcher.asked).isEmpty();
        assertThat(status().state()).isEqualTo(State.DISABLED);
        assertThat(stored().status().reason()).isEqualTo("HTTP 403 since May");
    }

    @Test
    void aFeedThatIsEnabledAgainKnowsItsEntries() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.thenItems("\"1\"", "a frigate");
        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        put(FEED.key(), disabled("for a while"));
        after(Duration.ofHours(1));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));

        assertThat(fetcher.asked).hasSize(2);
        assertThat(articles()).hasSize(1);
    }

    @Test
    void aRemovedFeedIsForgotten() {
        fetcher.thenItems("\"1\"", "a frigate");
        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));

        put(FEED.key(), null);
        after(Duration.ofHours(1));

        assertThat(fetcher.asked).hasSize(1);
        assertThat(driver.getKeyValueStore(IngestTopology.POLLS).get(FEED.key())).isNull();
        assertThat(status()).isNull();
    }

    @Test
    void anUnchangedStatusIsRarelyTold() {
        var quick = new Feed(FEED.id(), URL, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                Duration.ofSeconds(10), true, null);
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.then(new NotModified(Validators.NONE));

        put(FEED.key(), quick);
        after(Duration.ofHours(1));

        assertThat(fetcher.asked).hasSizeGreaterThan(150);
        assertThat(sent(FEED_STATUS).size()).isBetween(12, 16);
    }

    @Test
    void pollsAndEntriesAreCounted() {
        fetcher.thenItems("\"1\"", "a frigate");
        fetcher.then(new NotModified(Validators.NONE));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));
        nextPoll();

        assertThat(telemetry.registry().scrape()).contains("cw_feed_polls_total{result=\"fetched\"} 1.0",
                "cw_feed_polls_total{result=\"not_modified\"} 1.0", "cw_entries_total{outcome=\"new\"} 1.0",
                "cw_feed_poll_duration_seconds_count 2");
    }

    @Test
    void whatFailsIsCountedFromZeroAndWhatIsBlockedByItsReason() {
        assertThat(telemetry.registry().scrape()).contains("cw_feed_polls_total{result=\"malformed\"} 0.0",
                "cw_fetch_blocked_total{reason=\"address\"} 0.0", "cw_entries_total{outcome=\"new\"} 0.0");
        fetcher.then(new Blocked("name", "harbour.example is in a network that is not allowed"));

        put(FEED.key(), FEED);
        after(Duration.ofSeconds(30));

        assertThat(telemetry.registry().scrape()).contains("cw_fetch_blocked_total{reason=\"name\"} 1.0",
                "cw_fetch_blocked_total{reason=\"redirect\"} 0.0");
    }

    private static Feed disabled(String reason) {
        return new Feed(FEED.id(), URL, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B, INTERVAL,
                false, reason);
    }
}
