package caspianwatch.ingest;

import static caspianwatch.contract.Topics.FEEDS;
import static caspianwatch.contract.Topics.FEED_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Json;
import caspianwatch.ingest.fetch.HttpFetcher;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.egress.Networks;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a document holds in whatever place, what is said and remembered of its feed stays far below a record's limit. */
final class LargestStatusTest {
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");
    private static final int LARGEST = 512 * 1024;

    private final Telemetry telemetry = new Telemetry();
    private final HttpFetcher fetcher = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.0/8")), "test",
            Clock.systemUTC());
    private final HttpServer server = server();
    private byte[] document = new byte[0];
    @TempDir
    private Path folder = Path.of("unset");

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        telemetry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<rss version='{}'><channel><item><title>a</title></item></channel></rss>",
            "<rss><channel><{}:a/><item><title>a</title></item></channel></rss>",
            "<rss><channel><a {}:b='1'/><item><title>a</title></item></channel></rss>",
            "<rss><channel><title>{}</title><language>{}</language><item><title>{}</title></item></channel></rss>",
            "<rss><channel><item xml:lang='{}'><title>a</title><pubDate>{}</pubDate></item></channel></rss>", "<{}/>",
            "<html><link rel=alternate type='application/rss+xml' href='/{}'></html>", "{\"version\":\"{}\"",
            "{\"version\":\"https://jsonfeed.org/version/{}\",\"title\":\"{}\",\"items\":[{\"title\":\"a\"}]}",
            "<rss><channel>{items}</channel></rss>", "{}"})
    void staysSmall(String written) {
        var items = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            items.append("<item><guid>").append(i).append("</guid><title>Report ").append(i).append("</title></item>");
        }
        document = written.replace("{}", "x".repeat(1_500_000)).replace("{items}", items)
                .getBytes(StandardCharsets.UTF_8);
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        try (var driver = new TopologyTestDriver(
                IngestTopology.build(fetcher, new DueWorks.Limits(8, Duration.ZERO), telemetry), settings, START)) {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
            var feed = new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                    Duration.ofMinutes(10), true, null, START, null);
            driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer())
                    .pipeInput(feed.key(), feed);
            driver.advanceWallClockTime(Duration.ofSeconds(40));

            var told = driver.createOutputTopic(FEED_STATUS.name(), FEED_STATUS.keys().deserializer(),
                    FEED_STATUS.values().deserializer()).readValuesToList();
            assertThat(told).hasSizeGreaterThan(1).allSatisfy(
                    status -> assertThat(Json.write(status).length()).isLessThan(64 * 1024));
            assertThat(told.getLast().look()).isNotNull();
            assertThat(Json.write(driver.getKeyValueStore(IngestTopology.POLLS).get(feed.key())).length())
                    .isLessThan(LARGEST);
        }
    }

    private HttpServer server() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, document.length);
                    exchange.getResponseBody().write(document);
                }
            });
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
