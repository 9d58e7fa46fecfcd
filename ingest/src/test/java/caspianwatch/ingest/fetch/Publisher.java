package caspianwatch.ingest.fetch;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.runtime.egress.Networks;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on the loopback that answers as a test says, and a fetcher that may ask 127.0.0.1 alone and has 2 s. */
final class Publisher implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");
    static final String RSS = "<rss><channel><item><title>Frigate sails</title></item></channel></rss>";

    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** What was asked, in order. */
    final BlockingQueue<HttpExchange> asked = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final HttpFetcher fetcher = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.1/32")),
            UserAgent.with("https://operator.example/bot"), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(2));

    Publisher() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange);
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    FetchResult fetch() {
        return fetch(Validators.NONE);
    }

    FetchResult fetch(Validators validators) {
        var url = URI.create("http://127.0.0.1:" + port() + "/feed");
        return fetcher.fetch(new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
                Feed.Reliability.B, Duration.ofMinutes(10), true, null), validators);
    }

    /** Nobody listens any more. */
    void leave() {
        server.stop(0);
    }

    @Override
    public void close() {
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
