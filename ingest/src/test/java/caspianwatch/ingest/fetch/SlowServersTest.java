package caspianwatch.ingest.fetch;

import static caspianwatch.ingest.fetch.RawServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.fetch.FetchResult.Failed;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that are slow, each in its way: a fetch ends when its time is over, and not before or long after. */
final class SlowServersTest {
    private static final Duration TOTAL = Duration.ofSeconds(2);
    private static final String OK = "HTTP/1.1 200 OK";

    static Stream<Arguments> ways() {
        return Stream.of(way("a byte now and then", (_, out) -> {
            out.write(head(OK));
            trickle(out, "x");
        }), way("a byte of a header now and then", (_, out) -> {
            out.write((OK + "\r\nX: ").getBytes(StandardCharsets.US_ASCII));
            trickle(out, "x");
        }), way("a chunk now and then", (_, out) -> {
            out.write(head(OK, "Transfer-Encoding: chunked"));
            trickle(out, "1\r\nx\r\n");
        }), way("an interim answer now and then", (_, out) -> trickle(out, "HTTP/1.1 102 Processing\r\n\r\n")),
                way("gzip that unpacks to nothing, now and then", (_, out) -> {
                    out.write(head(OK, "Content-Encoding: gzip"));
                    out.write(new byte[]{0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0});
                    trickle(out, new String(new byte[]{0, 0, 0, (byte) 0xff, (byte) 0xff},
                            StandardCharsets.ISO_8859_1));
                }), way("a slow redirect to a slower one", (head, out) -> {
                    out.write((OK.replace("200 OK", "302 Found") + "\r\nLocation: /" + head.length())
                            .getBytes(StandardCharsets.US_ASCII));
                    pause(700);
                    out.write("0\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }), silent("headers and then silence", OK), silent("silence after the request", ""),
                Arguments.of("a connection and then silence", new RawServer(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void endsAFetchAtItsTotal(String name, RawServer server) {
        try (server) {
            var result = timed(server.at("/feed"));

            assertThat(result).isEqualTo(new Failed(0, "timeout", "no complete answer within 2 s"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void endsASecureFetchAtItsTotalToo(String name, RawServer server) {
        try (server) {
            var result = timed(URI.create(server.at("/feed").toString().replace("http:", "https:")));

            // most say plain words where TLS is spoken, and are left for that
            assertThat(result).isInstanceOf(Failed.class);
        }
    }

    private static FetchResult timed(URI url) {
        long before = System.nanoTime();
        var result = Asking.once(url, TOTAL);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TOTAL.plusSeconds(2));
        return result;
    }

    private static Arguments way(String name, RawServer.Answer answer) {
        return Arguments.of(name, new RawServer(answer));
    }

    private static Arguments silent(String name, String said) {
        var self = new CompletableFuture<RawServer>();
        var server = new RawServer((_, out) -> {
            if (!said.isEmpty()) {
                out.write(head(said, "Content-Length: 5"));
                out.flush();
            }
            self.join().silence();
        });
        self.complete(server);
        return Arguments.of(name, server);
    }

    private static void trickle(OutputStream out, String part) throws IOException {
        while (true) {
            out.write(part.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            pause(200);
        }
    }

    /** The pace of the server, which is what the test is about. */
    private static void pause(int millis) throws IOException {
        try {
            new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).get();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
