package caspianwatch.app.newswire;

import caspianwatch.app.StartException;
import caspianwatch.contract.Ids;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Serves feeds, with validators, and the pages they link to, on loopback. */
final class FeedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private FeedServer(HttpServer server) {
        this.server = server;
    }

    /** Takes the port; 0 takes a free one. */
    static FeedServer bind(int port) throws StartException {
        try {
            return new FeedServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException e) {
            throw new StartException(
                    "port " + port + " of 127.0.0.1, where the demo newswire serves its feeds, is taken:"
                            + " stop the program that has it, or start the demo in a new folder with --data",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers from whatever edition is out when a request comes. */
    void serve(Supplier<Edition> edition) {
        server.setExecutor(requests);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, edition.get());
            }
        });
        server.start();
    }

    private static void answer(HttpExchange exchange, Edition edition) throws IOException {
        String path = exchange.getRequestURI().getPath();
        for (var outlet : edition.script().feeds()) {
            if (path.equals("/feeds/" + outlet.id() + ".xml")) {
                send(exchange, FeedWriter.contentType(outlet), FeedWriter.write(edition, outlet));
                return;
            }
        }
        if (path.equals("/")) {
            page(exchange, Pages.front(edition));
            return;
        }
        var entry = edition.entry(path.substring(path.lastIndexOf('/') + 1))
                .filter(found -> path.equals("/articles/" + found.id()));
        if (entry.isPresent()) {
            var report = entry.get().report();
            var outlet = edition.script().feeds().stream().filter(each -> each.id().equals(report.feed())).findAny()
                    .orElseThrow();
            page(exchange, Pages.article(entry.get(), outlet));
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private static void page(HttpExchange exchange, String html) throws IOException {
        send(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        String etag = '"' + Ids.of(HexFormat.of().formatHex(body)) + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        requests.close();
    }
}
