package caspianwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.fetch.FetchResult.Blocked;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Gone;
import caspianwatch.ingest.fetch.FetchResult.Malformed;
import caspianwatch.ingest.fetch.FetchResult.NotModified;
import caspianwatch.ingest.fetch.FetchResult.Refused;
import caspianwatch.ingest.fetch.FetchResult.RetryAfter;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.ingest.parse.Pace;
import caspianwatch.runtime.egress.Networks;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fetcher against a real server on the loopback. */
final class HttpFetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");
    private static final String RSS = "<rss><channel><item><title>Frigate sails</title></item></channel></rss>";

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final BlockingQueue<HttpExchange> asked = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server = start();
    private final HttpFetcher fetcher = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.1/32")),
            UserAgent.with("https://operator.example/bot"), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(2));

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listen() {
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange);
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private FetchResult fetch(Validators validators) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
        return fetcher
                .fetch(new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                        Duration.ofMinutes(10), true, null), validators);
    }

    private FetchResult fetch() {
        return fetch(Validators.NONE);
    }

    @Test
    void readsADocumentAndSaysWhoItIs() throws InterruptedException {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sat, 07 Mar 2026 05:00:00 GMT");
            send(exchange, 200, bytes(RSS));
        });

        var fetched = (Fetched) fetch();

        assertThat(fetched.drafts()).extracting(Draft::title).containsExactly("Frigate sails");
        assertThat(fetched.validators()).isEqualTo(new Validators("W/\"a b\"", "Sat, 07 Mar 2026 05:00:00 GMT"));
        assertThat(fetched.bytes()).isEqualTo(RSS.length());
        var headers = asked.take().getRequestHeaders();
        assertThat(headers.getFirst("User-Agent"))
                .matches("CaspianWatch/\\d+\\.\\d+\\.\\d+ \\(\\+https://operator\\.example/bot\\)");
        assertThat(headers.get("Accept-Encoding")).containsExactly("br, zstd, gzip");
        assertThat(headers.containsKey("If-None-Match")).isFalse();
        assertThat(headers.containsKey("traceparent")).isFalse();
    }

    @Test
    void asksWithTheValidatorsAsTheyWere() throws InterruptedException {
        answer("/feed", exchange -> send(exchange, 304, new byte[0]));

        var result = fetch(new Validators("\"odd one", "yesterday"));

        assertThat(result).isEqualTo(new NotModified(Validators.NONE));
        var headers = asked.take().getRequestHeaders();
        assertThat(headers.getFirst("If-None-Match")).isEqualTo("\"odd one");
        assertThat(headers.getFirst("If-Modified-Since")).isEqualTo("yesterday");
    }

    @Test
    void unpacksGzip() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip(bytes(RSS)));
        });

        assertThat(fetch()).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(fetched.drafts()).hasSize(1));
    }

    @Test
    void unpacksBrotliAndZstd() {
        byte[] brotli = Base64.getDecoder()
                .decode("G0YAYJwHti1urSN0XnwuMhmh0pPHSC7nynw67YWtbYXRgUMOWJu35mHgR68qpMxoVDBJGH+g7YbDTATOpEbcBA==");
        answer("/feed", exchange -> {
            boolean first = asked.size() == 1;
            exchange.getResponseHeaders().set("Content-Encoding", first ? "br" : "zstd");
            send(exchange, 200, first ? brotli : Zstd.compress(bytes(RSS)));
        });

        assertThat(fetch()).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(fetched.drafts()).hasSize(1));
        assertThat(fetch()).isInstanceOfSatisfying(Fetched.class, fetched -> assertThat(fetched.drafts()).hasSize(1));
    }

    @Test
    void stopsBombsInBrotliAndZstd() {
        byte[] brotli = Base64.getDecoder().decode("m///f/gnAOKxQCD3/g8="); // 8 MiB of nothing
        answer("/feed", exchange -> {
            boolean first = asked.size() == 1;
            exchange.getResponseHeaders().set("Content-Encoding", first ? "br" : "zstd");
            send(exchange, 200, first ? brotli : Zstd.compress(new byte[8 * 1024 * 1024]));
        });

        var bomb = new Failed(200, "too-large", "unpacks to more than 100 times its size");
        assertThat(fetch()).isEqualTo(bomb);
        assertThat(fetch()).isEqualTo(bomb);
    }

    @Test
    void refusesZstdThatWantsMoreMemoryThanTheWebAllows() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "zstd");
            var out = new ByteArrayOutputStream();
            try (var packed = new ZstdOutputStreamNoFinalizer(out, 1)) {
                packed.setLong(27);
                packed.write(noise);
            }
            send(exchange, 200, out.toByteArray());
        });

        assertThat(fetch()).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.detail()).containsIgnoringCase("memory"));
    }

    @Test
    void stopsAtMoreThan64KibibytesOfHeaders() {
        answer("/feed", exchange -> {
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseHeaders().add("Set-Cookie", "c" + i + "=1");
            }
            send(exchange, 200, bytes(RSS));
        });

        assertThat(fetch()).isEqualTo(new Failed(200, "too-large", "more than 64 KiB of headers"));
    }

    @Test
    void endsAtAHeaderOfAMebibyte() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/" + "x".repeat(1 << 20));
            send(exchange, 302, new byte[0]);
        });

        assertThat(fetch()).isInstanceOf(Failed.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void keepsNoValidatorOfMoreThanAKibibyte() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"" + "x".repeat(2_000) + "\"");
            send(exchange, 200, bytes(RSS));
        });

        assertThat(fetch()).isInstanceOfSatisfying(Fetched.class,
                fetched -> assertThat(fetched.validators()).isEqualTo(Validators.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"Cache-Control: public, max-age=600 | PT10M",
            "Cache-Control: max-age=600, no-cache | -", "Cache-Control: no-store | -", "Cache-Control: max-age=0 | -",
            "Expires: Sat, 07 Mar 2099 06:30:00 GMT | P", "Expires: 0 | -", "X-Nothing: 1 | -"})
    void readsHowLongTheAnswerStaysFresh(String header, @Nullable String meant) {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set(header.substring(0, header.indexOf(':')),
                    header.substring(header.indexOf(':') + 2));
            send(exchange, asked.size() == 1 ? 200 : 304, asked.size() == 1 ? bytes(RSS) : new byte[0]);
        });

        Duration first = ((Fetched) fetch()).wishes().fresh();
        Duration second = ((NotModified) fetch()).fresh();

        assertThat(first == null ? null : first.toString()).satisfies(
                written -> assertThat(written == null ? "-" : written).startsWith(meant == null ? "-" : meant));
        assertThat(second == null).isEqualTo(first == null);
    }

    @Test
    void readsWhatTheDocumentSaysOfItsPace() {
        answer("/feed", exchange -> send(exchange, 200, bytes("""
                <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><ttl>45</ttl>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>
                <skipHours><hour>0</hour><hour>24</hour><hour>99</hour></skipHours>
                <skipDays><day>Friday</day><day>Someday</day></skipDays></channel></rss>""")));

        assertThat(((Fetched) fetch()).wishes().pace())
                .isEqualTo(new Pace(Duration.ofHours(2), List.of(0), List.of(DayOfWeek.FRIDAY)));
    }

    @Test
    void stopsABombWhileItUnpacks() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            send(exchange, 200, gzip(new byte[8 * 1024 * 1024]));
        });

        assertThat(fetch()).isEqualTo(new Failed(200, "too-large", "unpacks to more than 100 times its size"));
    }

    @Test
    void stopsADocumentOfMoreThanTenMebibytes() {
        answer("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1024 * 1024];
            for (int i = 0; i < 12; i++) {
                exchange.getResponseBody().write(block);
            }
        });

        assertThat(fetch()).isEqualTo(new Failed(200, "too-large", "more than 10485760 bytes"));
    }

    @Test
    void refusesAnEncodingThatItDidNotAskFor() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip, gzip");
            send(exchange, 200, gzip(gzip(bytes(RSS))));
        });

        assertThat(fetch()).isEqualTo(new Failed(200, "encoding", "Content-Encoding gzip, gzip was not asked for"));
    }

    @Test
    void givesUpOnABodyThatTrickles() {
        var given = new CountDownLatch(1);
        answer("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('<');
            exchange.getResponseBody().flush();
            try {
                given.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        long before = System.nanoTime();
        var result = fetch();
        long took = System.nanoTime() - before;
        given.countDown();

        assertThat(result).isEqualTo(new Failed(0, "timeout", "no complete answer within 2 s"));
        assertThat(Duration.ofNanos(took)).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(6));
    }

    @Test
    void followsARedirectToAnAllowedAddress() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/moved?x=1");
            send(exchange, 301, new byte[0]);
        });
        answer("/moved", exchange -> send(exchange, 200, bytes(RSS)));

        assertThat(fetch()).isInstanceOf(Fetched.class);
    }

    @Test
    void refusesARedirectIntoAPrivateNetwork() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location",
                    "http://127.0.0.2:" + server.getAddress().getPort() + "/secret");
            send(exchange, 302, new byte[0]);
        });
        answer("/secret", exchange -> send(exchange, 200, bytes(RSS)));

        assertThat(fetch()).isInstanceOf(Blocked.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void refusesARedirectToAnotherScheme() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            send(exchange, 302, new byte[0]);
        });

        assertThat(fetch()).isInstanceOf(Blocked.class);
    }

    @Test
    void followsFiveRedirectsAndNoSixth() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", "/feed");
            send(exchange, 307, new byte[0]);
        });

        assertThat(fetch()).isEqualTo(new Failed(0, "redirect", "more than 5 redirects"));
        assertThat(asked).hasSize(6);
    }

    @Test
    void honoursBothFormsOfRetryAfter() {
        answer("/feed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After",
                    asked.size() == 1 ? "120" : "Sat, 07 Mar 2026 09:00:00 GMT");
            send(exchange, asked.size() == 1 ? 429 : 503, new byte[0]);
        });

        assertThat(fetch()).isEqualTo(new RetryAfter(429, NOW.plusSeconds(120)));
        assertThat(fetch()).isEqualTo(new RetryAfter(503, Instant.parse("2026-03-07T09:00:00Z")));
    }

    @Test
    void tellsRefusalGoneAndFailureApart() {
        answer("/feed", exchange -> send(exchange, List.of(403, 410, 404).get(asked.size() - 1), new byte[0]));

        assertThat(fetch()).isEqualTo(new Refused(403, null));
        assertThat(fetch()).isEqualTo(new Gone());
        assertThat(fetch()).isEqualTo(new Failed(404, "http", "HTTP 404"));
    }

    @Test
    void aPageIsNoFeed() {
        answer("/feed", exchange -> send(exchange, 200, bytes("<html><title>Welcome</title></html>")));

        assertThat(fetch()).isInstanceOfSatisfying(Malformed.class, page -> {
            assertThat(page.bytes()).isEqualTo(35);
            assertThat(page.detail()).isEqualTo("an HTML page instead of a feed");
        });
    }

    @Test
    void aServerThatIsNotThereIsAResult() {
        int port = server.getAddress().getPort();
        server.stop(0);
        server = start();

        var url = URI.create("http://127.0.0.1:" + port + "/feed");
        var result = fetcher.fetch(new Feed("0", url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                Duration.ofMinutes(10), true, null), Validators.NONE);

        assertThat(result).isInstanceOfSatisfying(Failed.class,
                failed -> assertThat(failed.reason()).isEqualTo("connect"));
    }
}
