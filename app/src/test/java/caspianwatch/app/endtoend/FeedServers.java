package caspianwatch.app.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Publishers on addresses of the loopback, each a host with feeds of its own, whose entries come when the trial says so.
 * They honour validators, so that an ETag kept without its articles would hide them, and write down who asks when.
 */
final class FeedServers implements AutoCloseable {
    private static final int KEPT = 30;

    /**
     * A request as its server saw it.
     *
     * @param who the contact in its User-Agent, by which the trial tells instances apart
     */
    record Request(String host, String feed, String who, long beganNanos, long endedNanos) {}

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> entries = new ConcurrentHashMap<>();
    final Set<String> asked = ConcurrentHashMap.newKeySet();
    /** Every request, in the order in which they ended. */
    final Queue<Request> log = new ConcurrentLinkedQueue<>();
    final AtomicInteger documents = new AtomicInteger();
    private final int feeds;
    private final Runnable answered;

    /** @param answered runs when the last byte of a document has been sent */
    FeedServers(int hosts, int feeds, Runnable answered) throws IOException {
        this.feeds = feeds;
        this.answered = answered;
        for (int host = 0; host < hosts; host++) {
            String name = "127.0." + (1 + host / 200) + "." + (1 + host % 200);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(name), 0), 64);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(name, exchange));
            server.start();
            servers.add(server);
            for (int feed = 0; feed < feeds; feed++) {
                entries.put(name + "/" + feed, 1);
            }
        }
    }

    /** The feeds as a table. */
    String table(String interval) {
        var table = new StringBuilder(
                "title\turl\tcountry\tlanguage\tkind\taffiliation\treliability\tinterval\tenabled\treason\n");
        for (var server : servers) {
            String host = server.getAddress().getAddress().getHostAddress();
            for (int feed = 0; feed < feeds; feed++) {
                table.append("Feed ").append(feed).append(" of ").append(host).append("\thttp://").append(host)
                        .append(':').append(server.getAddress().getPort()).append('/').append(feed)
                        .append("\tAZ\ten\ttrade\t\tC\t").append(interval).append("\tyes\t\n");
            }
        }
        return table.toString();
    }

    /** One more entry in every so many of the feeds, beginning with the {@code first}. */
    void publish(int first, int every) {
        var names = entries.keySet().stream().sorted().toList();
        for (int i = first; i < names.size(); i += every) {
            entries.merge(names.get(i), 1, Integer::sum);
        }
    }

    /** The titles of all entries that were ever published. */
    List<String> published() {
        var titles = new ArrayList<String>();
        entries.forEach((name, count) -> {
            for (int entry = 0; entry < count; entry++) {
                titles.add(name + " " + entry);
            }
        });
        return titles;
    }

    /** Hosts that were asked for two feeds at once, by anybody. */
    Set<String> crowded() {
        var lastEnd = new HashMap<String, Long>();
        var crowded = new TreeSet<String>();
        log.stream().sorted(Comparator.comparingLong(Request::beganNanos)).forEach(request -> {
            if (request.beganNanos() < lastEnd.getOrDefault(request.host(), Long.MIN_VALUE)) {
                crowded.add(request.feed());
            }
            lastEnd.merge(request.host(), request.endedNanos(), Math::max);
        });
        return crowded;
    }

    private void answer(String host, HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String agent = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"));
        long began = System.nanoTime();
        asked.add(host + path);
        try (exchange) {
            String name = host + path;
            int count = entries.getOrDefault(name, 0);
            String etag = "\"" + count + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            var xml = new StringBuilder("<rss version='2.0'><channel><title>").append(name).append("</title>");
            for (int entry = Math.max(0, count - KEPT); entry < count; entry++) {
                xml.append("<item><guid isPermaLink='false'>").append(entry).append("</guid><title>").append(name)
                        .append(' ').append(entry).append("</title></item>");
            }
            byte[] body = xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            documents.incrementAndGet();
            answered.run();
        } finally {
            log.add(new Request(host, host + path, agent.replaceAll(".*\\(\\+|\\)", ""), began, System.nanoTime()));
        }
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdownNow();
    }
}
