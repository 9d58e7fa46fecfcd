package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEEDS;
import static caspianwatch.ingest.ScriptedServer.send;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.HttpFetcher;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.egress.Networks;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Publishers that fail in every way and come back, and such as send everything again: each article is sent once. */
final class UnreliablePublishersTest {
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Telemetry telemetry = new Telemetry();
    private final InstantSource clock = () -> this.now;
    private final HttpFetcher http = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.0/8")), "test",
            clock.withZone(ZoneOffset.UTC));
    private final ScriptedServer server = new ScriptedServer();
    private final List<Instant> asked = new ArrayList<>();
    private final Feed feed = feed();
    /** Made and closed on one thread, not one a step: the driver leaves a store open that another thread locked. */
    @AutoClose
    private final TopologyTestDriver driver;
    /** What the fetcher says instead of asking; null where it asks. */
    private @Nullable FetchResult instead;
    private Instant now = START;

    UnreliablePublishersTest(@TempDir Path folder) {
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        FeedFetcher fetcher = (each, validators) -> {
            asked.add(now);
            return instead == null ? http.fetch(each, validators) : instead;
        };
        driver = new TopologyTestDriver(
                IngestTopology.build(fetcher, new DueWorks.Limits(8, Duration.ZERO), telemetry), settings, START);
        driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer())
                .pipeInput(feed.key(), feed);
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        telemetry.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(failure("500", exchange -> send(exchange, 500, "text/plain", "no")),
                failure("502 with a page", exchange -> send(exchange, 502, "text/html", "<html>Bad gateway</html>")),
                failure("503", exchange -> send(exchange, 503, "text/plain", "")), failure("429", exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "1200");
                    send(exchange, 429, "text/plain", "");
                }), failure("404", exchange -> send(exchange, 404, "text/html", "<html>Not here</html>")),
                failure("403", exchange -> send(exchange, 403, "text/plain", "")),
                failure("no answer", HttpExchange::close),
                failure("an empty document", exchange -> send(exchange, 200, "application/rss+xml", "")),
                failure("a page", exchange -> send(exchange, 200, "text/html", "<html><p>Welcome</p></html>")),
                failure("noise", exchange -> send(exchange, 200, "application/rss+xml", "\u0001\u0002\u0003\u00ff")),
                failure("JSON of something else", exchange -> send(exchange, 200, "application/json", "{\"a\":1}")),
                failure("a redirect to itself", exchange -> {
                    exchange.getResponseHeaders().set("Location", "/rss");
                    send(exchange, 302, "text/plain", "");
                }), failure("an answer that breaks off", exchange -> {
                    exchange.sendResponseHeaders(200, 10_000);
                    exchange.getResponseBody().write("<rss><channel>".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                }), failure("an encoding of its own", exchange -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    send(exchange, 200, "application/rss+xml", "not packed");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void afterAFailureEveryEntryIsSentOnceAndTheServerWasLeftInPeace(String name, ScriptedServer.Answer failing) {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(3));
        after(Duration.ofHours(1));
        server.answer = failing;
        asked.clear();
        after(Duration.ofHours(6));
        assertThat(asked).as("requests in six hours of failure").hasSizeBetween(2, 8);

        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(5));
        after(Duration.ofHours(13));

        assertOnce(5);
    }

    @Test
    void aServerThatFailsEverySecondTimeChangesNothing() {
        server.answer = exchange -> {
            if (asked.size() % 2 == 0) {
                send(exchange, 500, "text/plain", "");
            } else {
                send(exchange, 200, "application/rss+xml", rss(Math.min(5, asked.size())));
            }
        };
        after(Duration.ofHours(24));

        assertOnce(5);
    }

    @Test
    void aDocumentThatIsCutShortGivesWholeEntriesAlone() {
        String whole = rss(4);
        server.answer = exchange -> send(exchange, 200, "application/rss+xml",
                whole.substring(0, whole.indexOf("Report 3") + 3));
        after(Duration.ofHours(1));
        assertThat(sent()).extracting(Article::title).containsExactly("Report 0 of the harbour",
                "Report 1 of the harbour", "Report 2 of the harbour");

        server.answer = exchange -> send(exchange, 200, "application/rss+xml", whole);
        after(Duration.ofHours(2));

        assertThat(sent()).extracting(Article::title).containsExactly("Report 3 of the harbour");
    }

    @Test
    void aFeedOfTheWrongTypeIsReadAllTheSame() {
        server.answer = exchange -> send(exchange, 200, "text/html", rss(5));
        after(Duration.ofHours(1));

        assertOnce(5);
    }

    static Stream<Arguments> repetitions() {
        return Stream.of(repetition("other ids", i -> item("new-" + i, "https://harbour.example/" + i, i)),
                repetition("other ids and https for http",
                        i -> item("https://www.harbour.example/?p=" + i, "https://harbour.example/" + i, i)),
                repetition("no ids", i -> item(null, "https://harbour.example/" + i, i)),
                repetition("other marks on its links",
                        i -> item("new-" + i, "https://harbour.example/" + i + "?utm_source=rss&utm_id=" + i, i)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("repetitions")
    void everythingAgainIsNothingNew(String name, IntFunction<String> again) {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(30));
        after(Duration.ofHours(1));
        server.answer = exchange -> send(exchange, 200, "application/rss+xml",
                document(IntStream.range(0, 30).mapToObj(again)
                        .toList().reversed()));
        after(Duration.ofHours(2));

        assertOnce(30);
    }

    @Test
    void entriesWithoutLinksAreKnownByTheirWords() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml",
                document(IntStream.range(0, 10).mapToObj(i -> item("a" + i, null, i)).toList()));
        after(Duration.ofHours(1));
        server.answer = exchange -> send(exchange, 200, "application/rss+xml",
                document(IntStream.range(0, 10).mapToObj(i -> item("b" + i, null, i)).toList()));
        after(Duration.ofHours(2));

        assertOnce(10);
    }

    @Test
    void changedTitlesAreRevisionsOfTheSameArticles() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(5));
        after(Duration.ofHours(1));
        server.answer = exchange -> send(exchange, 200, "application/rss+xml",
                rss(5).replace("Report", "Corrected report"));
        after(Duration.ofHours(2));

        var articles = sent();
        assertThat(articles).hasSize(10);
        assertThat(articles.stream().map(Article::id).distinct()).hasSize(5);
        assertThat(articles.subList(5, 10)).extracting(Article::revision).containsOnly(2);
    }

    @Test
    void anotherOrderIsNothingNew() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(30));
        after(Duration.ofHours(1));
        var items = new ArrayList<>(IntStream.range(0, 30).mapToObj(UnreliablePublishersTest::item).toList());
        server.answer = exchange -> {
            Collections.shuffle(items, new Random(asked.size()));
            send(exchange, 200, "application/rss+xml", document(items));
        };
        after(Duration.ofHours(6));

        assertOnce(30);
    }

    @Test
    void afterFortyMinutesWithoutNamesAFeedIsAskedWithinItsInterval() {
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(3));
        after(Duration.ofHours(1));
        instead = new FetchResult.Failed(0, "dns", "the name of the host is not known");
        after(Duration.ofMinutes(40));
        instead = null;
        asked.clear();
        server.answer = exchange -> send(exchange, 200, "application/rss+xml", rss(5));
        after(INTERVAL.multipliedBy(11).dividedBy(10).plusSeconds(10));

        assertThat(asked).isNotEmpty();
        assertOnce(5);
    }

    @Test
    void aNameThatStaysUnknownIsAskedForLessAndLess() {
        instead = new FetchResult.Failed(0, "dns", "the name of the host is not known");
        after(Duration.ofDays(2));

        assertThat(asked).hasSizeBetween(6, 14);
    }

    private void assertOnce(int count) {
        var articles = sent();
        assertThat(articles).extracting(Article::title).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, count).mapToObj(i -> "Report " + i + " of the harbour").toList());
        assertThat(articles).extracting(Article::revision).containsOnly(1);
    }

    private List<Article> sent() {
        return driver.createOutputTopic(ARTICLES.name(), ARTICLES.keys().deserializer(),
                ARTICLES.values().deserializer()).readValuesToList();
    }

    private void after(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(10)) {
            now = now.plusSeconds(10);
            driver.advanceWallClockTime(Duration.ofSeconds(10));
        }
    }

    private static Arguments failure(String name, ScriptedServer.Answer answer) {
        return Arguments.of(name, answer);
    }

    private static Arguments repetition(String name, IntFunction<String> item) {
        return Arguments.of(name, item);
    }

    private static String rss(int count) {
        return document(IntStream.range(0, count).mapToObj(UnreliablePublishersTest::item).toList());
    }

    private static String document(List<String> items) {
        return items.stream()
                .collect(Collectors.joining("", "<rss version='2.0'><channel><title>Harbour</title>",
                        "</channel></rss>"));
    }

    private static String item(int number) {
        return item("http://harbour.example/?p=" + number, "http://harbour.example/" + number, number);
    }

    private static String item(@Nullable String guid, @Nullable String link, int number) {
        return "<item>" + (guid == null ? "" : "<guid isPermaLink='false'>" + guid + "</guid>")
                + (link == null ? "" : "<link>" + link.replace("&", "&amp;") + "</link>") + "<title>Report " + number
                + " of the harbour</title><description>Ships left port " + number + ".</description></item>";
    }

    private Feed feed() {
        var url = server.at("/rss");
        return new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B, INTERVAL,
                true, null);
    }
}
