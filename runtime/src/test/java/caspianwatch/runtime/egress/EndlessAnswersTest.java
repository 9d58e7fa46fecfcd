package caspianwatch.runtime.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that send without end in places where nobody expects much. */
class EndlessAnswersTest {
    private static final Networks LOOPBACK = Networks.publicAnd(List.of("127.0.0.1/32"));
    private static final Duration LONG = Duration.ofMinutes(1);

    static Stream<Arguments> places() {
        return Stream.of(Arguments.of("the size of a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"),
                Arguments.of("the body", "HTTP/1.1 200 OK\r\n\r\n"),
                Arguments.of("a body that claims to be short of infinite",
                        "HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n"),
                Arguments.of("a header", "HTTP/1.1 200 OK\r\nETag: "), Arguments.of("the status", "HTTP/1.1 200 "),
                Arguments.of("a trailer", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void areEndedBySizeLongBeforeTheTimeIsOver(String place, String beginning) throws Exception {
        long before = System.nanoTime();
        try (var server = new AnsweringServer(null, out -> {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            endlessly(out);
        })) {
            var client = SafeEgress.client(LOOPBACK, LONG);

            assertThatThrownBy(() -> drain(client, "http://127.0.0.1:" + server.port() + "/")).as(place)
                    .isInstanceOf(IOException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG.dividedBy(3));
    }

    @Test
    void http2IsNotSpokenInWhichAHeaderBlockNeedNotEnd(@TempDir Path folder) throws Exception {
        var certificate = Certificate.in(folder);
        try (var server = new AnsweringServer(certificate.context(), AnsweringServer.NO_CONTENT)) {
            var client = SafeEgress.client(LOOPBACK, LONG).newBuilder()
                    .sslSocketFactory(certificate.context().getSocketFactory(), certificate.trust()).build();
            try (var response = client.newCall(request("https://127.0.0.1:" + server.port() + "/")).execute()) {
                assertThat(response.protocol()).isEqualTo(Protocol.HTTP_1_1);
            }
            assertThat(server.protocols).containsExactly("http/1.1");
        }
    }

    private static void endlessly(OutputStream out) throws IOException {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) 'x');
        while (true) {
            out.write(block);
        }
    }

    /** Reads as a caller does who keeps nothing, so that what is kept is the client's doing. */
    private static void drain(OkHttpClient client, String address) throws IOException {
        try (var response = client.newCall(request(address)).execute(); var body = response.body().byteStream()) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Request request(String address) {
        return new Request.Builder().url(address).build();
    }
}
