package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEEDS;
import static caspianwatch.ingest.ScriptedServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.contract.Json;
import caspianwatch.ingest.fetch.HttpFetcher;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.egress.Networks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state of a feed, played by a server on loopback and reached under a clock that the test moves. */
final class FeedStatesTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(30);

    private final Telemetry telemetry = new Telemetry();
    private final HttpFetcher fetcher = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.0/8")), "test",
            Clock.systemUTC());
    private final ScriptedServer server = new ScriptedServer();
    /** Made and closed on one thread, not one a step: the driver leaves a store open that another thread locked. */
    @AutoClose
    private final TopologyTestDriver driver;
    private Feed feed = feed("/rss", true, null);
    private Instant now = START;

    FeedStatesTest(@TempDir Path folder) {
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        driver = new TopologyTestDriver(
                IngestTopology.build(fetcher, new DueWorks.Limits(8, Duration.ZERO), telemetry), settings, START);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.close();
        telemetry.close();
    }

    @Test
    void ok() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(now, 5, 30));

        assertThat(polled().state()).isEqualTo(State.OK);
        assertThat(told().rhythm()).isNotNull();
        assertThat(told().history()).isNotNull();
    }

    @Test
    void quietAndThenSilentByItsOwnRhythm() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(now, 10, 60));
        polled();
        after(Duration.ofDays(10));
        assertThat(told().state()).isEqualTo(State.OK);

        Instant last = now;
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(last, 10, 60));
        after(Duration.ofMinutes(260));
        assertThat(told().state()).as(told().reason()).isEqualTo(State.QUIET);
        after(Duration.ofHours(20));

        assertThat(told().state()).as(told().reason()).isEqualTo(State.SILENT);
        assertThat(told().reason()).contains("chance of such a silence 1 in ");
        assertThat(told().previous()).isEqualTo(State.QUIET);
        assertThat(told().advice()).isNotNull();

        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(now, 10, 60));
        after(Duration.ofHours(2));
        assertThat(told().state()).isNotEqualTo(State.SILENT);
    }

    @Test
    void zombieTinyEmptyAndYearsOld() {
        server.answer = exchange -> send(exchange, 200, "text/xml", "<rss></rss");
        assertThat(polled().state()).as(told().reason()).isEqualTo(State.ZOMBIE);

        feed = feed("/empty", true, null);
        server.answer = exchange -> send(exchange, 200, "text/xml", rss(now, 0, 0));
        assertThat(polled().reason()).isEqualTo("200 and 0 entries");
        assertThat(told().state()).isEqualTo(State.ZOMBIE);

        feed = feed("/old", true, null);
        server.answer = exchange -> send(exchange, 200, "text/xml", rss(START.minus(Duration.ofDays(3_650)), 10, 60));
        assertThat(polled().reason()).isEqualTo("200 and 10 entries, newest from March 2016");
    }

    @Test
    void blockedByA403AndByAChallengePage() {
        server.answer = exchange -> send(exchange, 403, "text/plain", "no");
        assertThat(polled().state()).isEqualTo(State.BLOCKED);
        assertThat(told().reason()).isEqualTo("403; our polite user agent is refused");

        feed = feed("/challenged", true, null);
        server.answer = exchange -> send(exchange, 200, "text/html",
                "<html><head><title>One moment</title><script src=\"/cdn-cgi/challenge-platform/x.js\"></script></head></html>");
        assertThat(polled().state()).isEqualTo(State.BLOCKED);
        assertThat(told().reason()).isEqualTo("200 and a challenge page");
    }

    @Test
    void blockedWhereTheAddressMustNotBeReached() {
        feed = new Feed("0123456789ab", URI.create("http://169.254.169.254/latest"), "Meta", "US", null,
                Feed.Kind.WIRE, null, Feed.Reliability.F, INTERVAL, true, null);

        assertThat(polled().state()).isEqualTo(State.BLOCKED);
        assertThat(told().advice()).contains("CASPIAN_FEEDS_ALLOW_NETWORKS");
    }

    @Test
    void malformedNamesTheFeedThatThePageNames() {
        server.answer = exchange -> send(exchange, 200, "text/html",
                "<html><head><link rel=alternate type='application/rss+xml' href='/real.xml'></head><body>"
                        + "News ".repeat(100) + "</body></html>");

        assertThat(polled().state()).isEqualTo(State.MALFORMED);
        assertThat(told().advice()).endsWith("/real.xml.");
    }

    @Test
    void undated() {
        server.answer = exchange -> send(exchange, 200, "text/xml",
                "<rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>");

        assertThat(polled().state()).isEqualTo(State.UNDATED);
    }

    @Test
    void lossyWhereAPollSharesNothingWithTheOneBefore() {
        server.answer = exchange -> send(exchange, 200, "text/xml", rss(now, 5, 1));
        polled();
        after(INTERVAL.multipliedBy(2));

        assertThat(told().state()).as(told().reason()).isEqualTo(State.LOSSY);
        assertThat(told().reason()).contains("shared no entry with the one before");
    }

    @Test
    void movedWhereARedirectIsPermanent() {
        server.answer = exchange -> {
            if (exchange.getRequestURI().getPath().equals("/rss")) {
                exchange.getResponseHeaders().set("Location", "/new.xml");
                send(exchange, 301, "text/plain", "");
            } else {
                send(exchange, 200, "text/xml", rss(now, 5, 30));
            }
        };

        assertThat(polled().state()).isEqualTo(State.MOVED);
        assertThat(told().reason()).startsWith("moved to /new.xml since 2 Mar");
    }

    @Test
    void goneAndFailingAndDisabled() {
        server.answer = exchange -> send(exchange, 410, "text/plain", "");
        polled();
        after(Duration.ofDays(2));
        assertThat(told().state()).isEqualTo(State.GONE);

        feed = feed("/failing", true, null);
        server.answer = exchange -> send(exchange, 500, "text/plain", "");
        assertThat(polled().state()).isEqualTo(State.FAILING);

        feed = feed("/disabled", false, null);
        assertThat(polled().state()).isEqualTo(State.DISABLED);
        assertThat(told().reason()).isEqualTo("for a while");
    }

    @Test
    void aChangeOfStateIsARecordThatNamesTheStateBeforeAndSinceWhen() {
        server.answer = exchange -> send(exchange, 200, "text/xml", rss(now, 5, 30));
        FeedStatus well = polled();
        server.answer = exchange -> send(exchange, 500, "text/plain", "");
        after(INTERVAL.multipliedBy(2));

        var failing = told();
        assertThat(failing.previous()).isEqualTo(State.OK);
        assertThat(failing.since()).isAfter(well.since());
        assertThat(telemetry.registry().scrape())
                .contains("cw_feed_state_changes_total{from=\"ok\",to=\"failing\"} 1.0");
    }

    @Test
    void aFetchOnRequestShowsTheDocumentAtOnce() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(now, 5, 30));
        polled();

        feed = feed.fetchRequested(now);
        put();
        after(Duration.ofSeconds(10));

        var look = Objects.requireNonNull(told().look(), "not answered");
        assertThat(look.requested()).isEqualTo(feed.fetchRequested());
        assertThat(look.contentType()).isEqualTo("application/rss+xml");
        assertThat(look.entries()).isEqualTo(5);
        assertThat(look.dated()).isEqualTo(5);
        assertThat(look.samples()).hasSize(5);
    }

    @Test
    void aDraftIsFetchedOnceAndSendsNoArticle() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(now, 5, 30));
        feed = feed("/draft", false, now);
        put();
        after(Duration.ofHours(3));

        assertThat(told().look()).isNotNull().satisfies(look -> assertThat(look.state()).isEqualTo(State.OK));
        assertThat(told().nextDue()).isNull();
        assertThat(articles()).isZero();

        feed = feed("/draft", true, null);
        polled();
        assertThat(articles()).isEqualTo(5);
    }

    @Test
    void aRequestFromLongAgoIsNotFollowed() {
        feed = feed("/disabled", false, null).fetchRequested(START.minus(Duration.ofHours(1)));
        put();
        after(Duration.ofMinutes(5));

        assertThat(told().look()).isNull();
    }

    private FeedStatus polled() {
        put();
        after(Duration.ofSeconds(40));
        return told();
    }

    private void put() {
        driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer())
                .pipeInput(feed.key(), feed);
    }

    private void after(Duration time) {
        Duration step = Duration.ofSeconds(time.compareTo(Duration.ofHours(3)) < 0 ? 10 : 300);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            now = now.plus(step);
            driver.advanceWallClockTime(step);
        }
    }

    /** The status as the store has it, for one that says nothing new is not sent each time. */
    private FeedStatus told() {
        var stored = Json.MAPPER
                .valueToTree(driver.getKeyValueStore(IngestTopology.POLLS).get(feed.key()));
        return Json.MAPPER.convertValue(stored.path("state"), FeedWork.class).status();
    }

    private long articles() {
        return driver.createOutputTopic(ARTICLES.name(), ARTICLES.keys().deserializer(),
                ARTICLES.values().deserializer()).readValuesToList().size();
    }

    private Feed feed(String path, boolean enabled, @Nullable Instant draft) {
        var url = server.at(path);
        return new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                INTERVAL, enabled, enabled || draft != null ? null : "for a while", draft, draft);
    }

    /** So many entries, the newest in the interval before the instant, so many minutes apart. */
    private static String rss(Instant newest, int entries, int minutes) {
        Instant last = minutes == 0
                ? newest
                : Instant.ofEpochSecond(Math.floorDiv(newest.getEpochSecond(), minutes * 60L) * minutes * 60L);
        return IntStream.range(0, entries).mapToObj(i -> {
            Instant at = last.minus(Duration.ofMinutes((long) i * minutes));
            return "<item><guid isPermaLink='false'>" + at + "</guid><title>Report of " + at + "</title><description>"
                    + "Ships left port.</description><pubDate>"
                    + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)) + "</pubDate></item>";
        }).collect(Collectors.joining("", "<rss version='2.0'><channel><title>Harbour</title>", "</channel></rss>"));
    }
}
