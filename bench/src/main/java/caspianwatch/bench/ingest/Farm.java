package caspianwatch.bench.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A server of many feeds, each at an address of the loopback of its own, all at one port; a virtual thread a connection, which it
 * closes after one answer. It obeys lines on standard input and answers each with one: {@code mode M}, {@code hold} (answers
 * wait), {@code release}, {@code counts}, {@code manners}, {@code spread}, {@code clear}.
 */
public final class Farm {
    /** What the documents are made from; the same in every run. */
    static final long SEED = 20_261_121;
    private static final int HEAD = 16 * 1024;

    private final int feeds;
    private final FarmLog log;
    private final Plot[] plots;
    private volatile Plot.Mode mode = Plot.Mode.QUIET;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private Farm(int feeds) {
        this.feeds = feeds;
        this.log = new FarmLog(feeds);
        this.plots = new Plot[feeds];
        var documents = new Documents(SEED, Clock.systemUTC().instant().minus(Duration.ofDays(1)));
        for (int feed = 0; feed < feeds; feed++) {
            plots[feed] = new Plot(feed, documents);
        }
    }

    /** Serves so many feeds; says on which port, and goes on until standard input ends. */
    public static void main(String[] args) throws IOException {
        var farm = new Farm(Integer.parseInt(args[0]));
        int port = farm.open();
        System.out.println(port);
        System.out.flush();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(farm.obey(line.split(" ")));
            System.out.flush();
        }
        System.exit(0);
    }

    private String obey(String[] words) {
        return switch (words[0]) {
            case "mode" -> {
                mode = Plot.Mode.valueOf(words[1].toUpperCase(Locale.ROOT));
                yield "ok";
            }
            case "hold" -> {
                held = new CountDownLatch(1);
                yield "ok";
            }
            case "release" -> {
                held.countDown();
                yield "ok";
            }
            case "counts" -> log.counts();
            case "manners" -> log.manners();
            case "spread" -> log.spread();
            case "clear" -> {
                log.clear();
                yield "ok";
            }
            default -> throw new IllegalArgumentException("unknown command " + words[0]);
        };
    }

    private int open() throws IOException {
        int port = 0;
        for (int feed = 0; feed < feeds; feed++) {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(Hosts.of(feed)), port), 16);
            port = socket.getLocalPort();
            int number = feed;
            Thread.ofVirtual().start(() -> accept(socket, number));
        }
        return port;
    }

    private void accept(ServerSocket socket, int feed) {
        while (true) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection, feed));
            } catch (IOException e) {
                throw new UncheckedIOException("feed " + feed + " of the farm", e);
            }
        }
    }

    private void serve(Socket connection, int feed) {
        log.begins(feed, System.nanoTime());
        var answer = Answer.BROKEN;
        try (connection) {
            String etag = request(connection.getInputStream());
            held.await();
            answer = plots[feed].answer(mode, etag, connection);
        } catch (IOException _) {
            // Whoever asked is gone: it counts as what it has become.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            log.ends(feed, answer, System.nanoTime());
        }
    }

    /** Reads the head of the request; the If-None-Match of it. */
    private static @Nullable String request(InputStream in) throws IOException {
        var head = new byte[HEAD];
        int length = 0;
        while (!ended(head, length)) {
            int n = length == HEAD ? -1 : in.read(head, length, HEAD - length);
            if (n < 0) {
                throw new IOException("no whole request");
            }
            length += n;
        }
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        for (String line : text.split("\r\n", -1)) {
            if (line.regionMatches(true, 0, "If-None-Match:", 0, 14)) {
                return line.substring(14).strip();
            }
        }
        return null;
    }

    private static boolean ended(byte[] head, int length) {
        return length > 3 && head[length - 1] == '\n' && head[length - 2] == '\r' && head[length - 3] == '\n'
                && head[length - 4] == '\r';
    }
}
