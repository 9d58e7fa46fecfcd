package caspianwatch.runtime.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeEgressTest {
    private static final Duration TOTAL = Duration.ofSeconds(5);
    private static final Networks PUBLIC = Networks.publicAnd(List.of());
    private static final Networks LOOPBACK = Networks.publicAnd(List.of("127.0.0.0/8", "::1/128"));

    /** Inside: nothing that is refused may be heard here. */
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpServer canary = canary();

    @BeforeEach
    void start() {
        canary.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        canary.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
            "http://[::1]/", "http://[fc00::1]/", "http://[fe80::1]/", "http://localhost/", "http://LOCALHOST/",
            "http://feeds.localhost/", "http://2130706433/", "http://127.1/", "http://0177.0.0.1/",
            "http://0x7f000001/",
            "http://0x7f.1/", "http://0/", "http://127.0.0.1./", "http://127.0.0.01/", "http://256.256.256.256/",
            "http://1.2.3.4.5/", "http://example.com./", "http://[::ffff:127.0.0.1]/", "http://[::ffff:8.8.8.8]/",
            "http://[::ffff:a9fe:a9fe]/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/",
            "http://[2002:7f00:1::]/",
            "http://100.64.0.1/", "http://192.88.99.1/", "http://198.18.0.1/", "http://240.0.0.1/",
            "http://255.255.255.255/", "http://224.0.0.1/", "http://[ff02::1]/", "http://[fd00:ec2::254]/",
            "http://[3fff::1]/", "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/", "//example.com/",
            "http:/127.0.0.1/", "http:example.com", "http://user@example.com/", "http://user:pw@example.com/",
            "http://example.com@127.0.0.1/", "http://127.0.0.1%2f@example.com/", "http://\u0661\u0662\u0667.0.0.1/",
            "http://\uff11\uff12\uff17.0.0.1/", "http://ex_ample.com/", "http://example.com:99999/", "http:///path"})
    void refusesByItsLooks(String address) {
        assertThat(SafeEgress.objection(URI.create(address), PUBLIC)).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, 22, 25, 110, 465, 587, 993, 2375, 3306, 5432, 6379, 6667, 9092, 9200, 11211, 27017})
    void refusesPortsThatAreNotOfTheWebThoughTheNetworkIsAllowed(int port) {
        assertThat(SafeEgress.objection(URI.create("http://example.com:" + port + "/"), PUBLIC)).contains("port");
        assertThat(SafeEgress.objection(URI.create("http://127.0.0.1:" + port + "/"), LOOPBACK)).contains("port");
    }

    @Test
    void usesNoProxyWhateverTheProcessWasTold() throws IOException {
        var before = ProxySelector.getDefault();
        var elsewhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        ProxySelector.setDefault(ProxySelector.of(elsewhere));
        try {
            assertThat(get(SafeEgress.client(LOOPBACK, TOTAL), "http://127.0.0.1:" + port() + "/feed")).isEqualTo(200);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/", "https://EXAMPLE.com:8443/feed?x=1", "http://1.1.1.1/",
            "https://[2606:4700::1111]/", "http://example.com#@127.0.0.1/", "https://xn--e1afmkfd.xn--p1ai/rss",
            "https://4.example.com/", "https://example.com/a%2fb/%7Bx%7D"})
    void hasNothingAgainstPublicAddresses(String address) {
        assertThat(SafeEgress.objection(URI.create(address), PUBLIC)).isNull();
    }

    @Test
    void hasNothingAgainstWhatTheOperatorAllows() {
        assertThat(SafeEgress.objection(URI.create("http://127.0.0.1:9000/"), LOOPBACK)).isNull();
        assertThat(SafeEgress.objection(URI.create("http://localhost:9000/"), LOOPBACK)).isNull();
        assertThat(SafeEgress.objection(URI.create("http://10.0.0.1/"), LOOPBACK)).isNotBlank();
    }

    @Test
    void reachesAnAllowedNetwork() throws IOException {
        var client = SafeEgress.client(LOOPBACK, TOTAL);

        assertThat(get(client, "http://127.0.0.1:" + port() + "/feed")).isEqualTo(200);
        assertThat(get(client, "http://localhost:" + port() + "/feed")).isEqualTo(200);
        assertThat(heard).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws IOException {
        var client = SafeEgress.client(LOOPBACK, TOTAL);

        assertThat(get(client, "http://127.0.0.1:" + port() + "/redirect/" + status)).isEqualTo(status);
        assertThat(heard).containsExactly("/redirect/" + status);
    }

    @Test
    void sendsNoCookieBackAndNoTrace() throws IOException {
        var client = SafeEgress.client(LOOPBACK, TOTAL);
        get(client, "http://127.0.0.1:" + port() + "/cookie");

        assertThat(get(client, "http://127.0.0.1:" + port() + "/cookie")).isEqualTo(200);
        assertThat(heard).containsExactly("/cookie", "/cookie");
    }

    @Test
    void endsACallThatHangsAtTheTotalTime() {
        var client = SafeEgress.client(LOOPBACK, Duration.ofMillis(300));
        long begun = System.nanoTime();

        assertThatThrownBy(() -> get(client, "http://127.0.0.1:" + port() + "/hang"))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
    }

    private static int get(OkHttpClient client, String address) throws IOException {
        try (var response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            response.body().bytes();
            return response.code();
        }
    }

    private int port() {
        return canary.getAddress().getPort();
    }

    private HttpServer canary() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    String path = exchange.getRequestURI().getPath();
                    var sent = exchange.getRequestHeaders();
                    heard.add(path
                            + (sent.containsKey("Cookie") || sent.containsKey("traceparent") ? " with a secret" : ""));
                    int status = 200;
                    if (path.startsWith("/redirect/")) {
                        status = Integer.parseInt(path.substring("/redirect/".length()));
                        exchange.getResponseHeaders().set("Location", "/inside");
                    } else if (path.equals("/cookie")) {
                        exchange.getResponseHeaders().set("Set-Cookie", "session=secret");
                    } else if (path.equals("/hang")) {
                        released.await();
                    }
                    exchange.sendResponseHeaders(status, -1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            return server;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyCallSucceedsAtAServerThatClosesAfterItsAnswerWithoutSayingSo() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAndClose(server));
            OkHttpClient client = SafeEgress.client(LOOPBACK, TOTAL);
            var request = new Request.Builder().url("http://127.0.0.1:" + server.getLocalPort() + "/").build();
            for (int call = 0; call < 3; call++) {
                try (var response = client.newCall(request).execute()) {
                    assertThat(response.code()).isEqualTo(204);
                }
            }
        }
    }

    private static void answerAndClose(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                var in = socket.getInputStream();
                for (int seen = 0; seen != 0x0d0a0d0a;) {
                    seen = seen << 8 | in.read();
                }
                socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // the test has closed the server
            }
        }
    }
}
