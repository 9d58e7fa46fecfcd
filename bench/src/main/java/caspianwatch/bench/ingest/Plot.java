package caspianwatch.bench.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One feed of the farm: what it answers under the mode that is set. One request at a time changes it. */
final class Plot {
    /** What all feeds do. */
    enum Mode {
        /** The document once, then 304 to whoever has it. */
        QUIET,
        /** The whole document at every request, without validators, nothing new in it. */
        SAME,
        /** The whole document at every request, each of its 50 entries new. */
        NEW,
        /** Of 20 feeds 16 as {@link #QUIET}, 2 in full with 3 new entries, 1 quiet after 2 seconds, 1 broken in one of four ways. */
        MIXED
    }

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int SOME = 3;

    private final int feed;
    private final Documents documents;
    private int youngest = Documents.ENTRIES - 1;
    private int asked;

    Plot(int feed, Documents documents) {
        this.feed = feed;
        this.documents = documents;
    }

    /** Answers on the connection; {@code etag} is what the client says it has. */
    Answer answer(Mode mode, @Nullable String etag, Socket connection) throws IOException {
        int kind = mode == Mode.MIXED ? feed % 20 : -1;
        if (kind == 19) {
            broken(connection);
            return Answer.BROKEN;
        }
        if (kind == 18) {
            LockSupport.parkNanos(SLOW.toNanos());
        }
        boolean full = mode == Mode.SAME || mode == Mode.NEW || kind == 16 || kind == 17;
        int version;
        synchronized (this) {
            youngest += mode == Mode.NEW ? Documents.ENTRIES : kind == 16 || kind == 17 ? SOME : 0;
            version = youngest;
        }
        String tag = "\"" + version + "\"";
        if (!full && tag.equals(etag)) {
            send(connection, "304 Not Modified", validators(tag), new byte[0]);
            return kind == 18 ? Answer.SLOW : Answer.NOT_MODIFIED;
        }
        send(connection, "200 OK", full ? "" : validators(tag),
                documents.of(feed, Hosts.of(feed), version));
        return kind == 18 ? Answer.SLOW : Answer.FULL;
    }

    /** In turn: an error of the server, a document that ends in its middle, a page instead of a feed, no answer at all. */
    private void broken(Socket connection) throws IOException {
        int way;
        synchronized (this) {
            way = (feed / 20 + asked++) % 4;
        }
        switch (way) {
            case 0 -> send(connection, "500 Internal Server Error", "", "sorry".getBytes(StandardCharsets.US_ASCII));
            case 1 -> {
                byte[] whole = documents.of(feed, Hosts.of(feed), youngest);
                send(connection, "200 OK", "", Arrays.copyOf(whole, whole.length / 2));
            }
            case 2 -> send(connection, "200 OK", "",
                    "<!DOCTYPE html><html><title>Welcome</title><p>News</html>".getBytes(StandardCharsets.US_ASCII));
            default -> connection.setSoLinger(true, 0);
        }
    }

    private static String validators(String tag) {
        return "ETag: " + tag + "\r\nLast-Modified: Sat, 21 Nov 2026 06:00:00 GMT\r\n";
    }

    private static void send(Socket connection, String status, String headers, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/xml\r\n" + headers
                + (status.startsWith("304") ? "" : "Content-Length: " + body.length + "\r\n")
                + "Connection: close\r\n\r\n";
        OutputStream out = connection.getOutputStream();
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        out.write(all);
        out.flush();
    }
}
