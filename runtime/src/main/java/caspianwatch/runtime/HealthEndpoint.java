package caspianwatch.runtime;

import caspianwatch.contract.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics} (Prometheus text) of a process. */
public final class HealthEndpoint implements AutoCloseable {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final Lifecycle lifecycle = new Lifecycle();

    private record Answer(int status, String type, String body) {}

    private record Ready(boolean ready, Map<String, Telemetry.Readiness> checks) {}

    private HealthEndpoint(Telemetry telemetry, HttpServer server) {
        this.server = server;
        lifecycle.add("process metrics", ProcessMetrics.bind(telemetry.registry()));
        var threads = lifecycle.add("health threads", Executors.newVirtualThreadPerTaskExecutor());
        lifecycle.add("health endpoint", () -> server.stop(0));
        server.setExecutor(threads);
        // Never asks Kafka: a broker that is down must not make a supervisor restart every service.
        answer("/health/live", () -> new Answer(200, JSON, "{\"live\":true}"));
        answer("/health/ready", () -> ready(telemetry));
        answer("/metrics", () -> new Answer(200, PROMETHEUS, telemetry.registry().scrape()));
        server.start();
    }

    /** Listens on the address; port 0 takes a free one. {@link UncheckedIOException} where the address is taken. */
    public static HealthEndpoint start(Telemetry telemetry, String bind, int port) {
        try {
            return new HealthEndpoint(telemetry, HttpServer.create(new InetSocketAddress(bind, port), 16));
        } catch (IOException e) {
            throw new UncheckedIOException("health and metrics cannot listen on " + bind + ":" + port, e);
        }
    }

    /** The port on which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        lifecycle.close();
    }

    private static Answer ready(Telemetry telemetry) {
        var checks = telemetry.readiness();
        boolean ready = checks.values().stream().allMatch(Telemetry.Readiness::ready);
        return new Answer(ready ? 200 : 503, JSON, Json.write(new Ready(ready, checks)));
    }

    private void answer(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                if (!exchange.getRequestURI().getPath().equals(path)) {
                    send(exchange, new Answer(404, "text/plain", "not found\n"));
                } else if (!exchange.getRequestMethod().equals("GET")) {
                    send(exchange, new Answer(405, "text/plain", "only GET\n"));
                } else {
                    send(exchange, answer.get());
                }
            }
        });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }
}
