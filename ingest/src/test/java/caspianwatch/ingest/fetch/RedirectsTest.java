package caspianwatch.ingest.fetch;

import static caspianwatch.ingest.fetch.RawServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.fetch.FetchResult.Blocked;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Fetched;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.testkit.Canary;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects that lead where nobody may be led; the canary inside hears of none. 127.0.0.1 is the world here. */
final class RedirectsTest {
    private static final Duration TOTAL = Duration.ofSeconds(5);
    private static final String FEED = "<rss><channel><item><title>Frigate sails</title></item></channel></rss>";

    private final Canary canary = new Canary("127.0.0.2", "::1");
    private final AtomicReference<String> location = new AtomicReference<>("");
    /** Asked for /1 it leads to /2, and asked for /2 to where the test says. */
    private final RawServer world = new RawServer((head, out) -> out.write(head.startsWith("GET /2 ")
            ? head("HTTP/1.1 302 Found", "Location: " + location.get(), "Content-Length: 0")
            : head("HTTP/1.1 302 Found", "Location: /2", "Content-Length: 0")));

    @AfterEach
    void stop() throws IOException {
        world.close();
        canary.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://127.0.0.2:{port}/", "//127.0.0.2:{port}/", "http://[::1]:{port}/",
            "http://localhost:{port}/", "http://2130706434:{port}/", "http://127.2:{port}/",
            "http://0177.0.0.2:{port}/",
            "http://[::ffff:127.0.0.2]:{port}/", "http://[::127.0.0.2]:{port}/", "http://0:{port}/",
            "http://example.com@127.0.0.2:{port}/", "http://127.0.0.2:{port}\\@example.com/",
            "http://127.0.0.2:{port}%2f@example.com/", "\\\\127.0.0.2:{port}\\", "/\\127.0.0.2:{port}/",
            "http:/127.0.0.2:{port}/", "http:127.0.0.2:{port}/", "http://127.0.0.2.:{port}/",
            "http://\t127.0.0.2:{port}/", "file:///etc/passwd", "gopher://127.0.0.2:{port}/_GET",
            "ftp://127.0.0.2:{port}/",
            "jar:http://127.0.0.2:{port}/a.jar!/", "data:text/xml,<rss/>", "javascript:alert(1)",
            "ws://127.0.0.2:{port}/",
            "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fd00:ec2::254]/"})
    void theSecondHopIsCheckedLikeTheFirst(String to) throws Exception {
        location.set(to.replace("{port}", Integer.toString(canary.port())));

        var result = Asking.once(world.at("/1"), TOTAL);

        assertThat(result).isInstanceOfAny(Blocked.class, Failed.class);
        assertThat(world.asked).as("requests").hasSizeBetween(2, 6);
        assertThat(canary.heard()).isZero();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"301,http://127.0.0.2:1/", "302,http://127.0.0.2:1/", "303,http://10.0.0.1/", "307,http://[::1]/",
            "308,file:///etc/passwd"})
    void eachKindOfRedirectIsBlockedWithAReason(int status, String to) {
        try (var server = new RawServer(
                (_, out) -> out.write(head("HTTP/1.1 " + status + " Elsewhere", "Location: " + to)))) {
            assertThat(Asking.once(server.at("/"), TOTAL)).isInstanceOfSatisfying(Blocked.class,
                    blocked -> assertThat(blocked.detail()).isNotBlank());
        }
    }

    @Test
    void twoAddressesThatLeadToEachOtherAreLeftAfterFiveHops() {
        location.set("/1");

        assertThat(Asking.once(world.at("/1"), TOTAL))
                .isEqualTo(new Failed(0, "redirect", "more than 5 redirects"));
        assertThat(world.asked).hasSize(6);
    }

    @Test
    void anotherHostIsToldNothingThatTheFirstOneSaid() {
        try (var other = new RawServer((_, out) -> {
            out.write(head("HTTP/1.1 200 OK"));
            out.write(FEED.getBytes(StandardCharsets.US_ASCII));
        });
                var first = new RawServer((_, out) -> out.write(head("HTTP/1.1 302 Found",
                        "Location: " + other.at("/feed"), "Set-Cookie: session=secret; Path=/; Domain=127.0.0.1",
                        "WWW-Authenticate: Basic realm=\"x\"", "traceparent: 00-1-1-01", "X-Secret: secret",
                        "Content-Length: 0")))) {
            assertThat(Asking.once(first.at("/feed"), TOTAL, new Validators("\"1\"", null)))
                    .isInstanceOf(Fetched.class);

            assertThat(names(other.asked.getFirst())).containsExactlyInAnyOrder("host", "user-agent", "accept",
                    "accept-encoding", "connection", "if-none-match");
            assertThat(other.asked.getFirst()).doesNotContain("secret").doesNotContain("traceparent");
        }
    }

    @Test
    void aPasswordIsNotAskedForAndNotSent() {
        try (var server = new RawServer((_, out) -> out
                .write(head("HTTP/1.1 401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"")))) {
            assertThat(Asking.once(server.at("/feed"), TOTAL)).isInstanceOf(FetchResult.Refused.class);

            assertThat(server.asked).hasSize(1);
            assertThat(names(server.asked.getFirst())).doesNotContain("authorization");
        }
    }

    @Test
    void noRedirectLeadsFromHttpsToHttp(@TempDir Path folder) throws Exception {
        Path certificate = certificate(folder);
        System.setProperty("javax.net.ssl.trustStore", certificate.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        var server = secure(certificate);
        try (var open = new RawServer((_, out) -> out.write(head("HTTP/1.1 204 No Content")))) {
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Location", open.at("/feed").toString());
                exchange.sendResponseHeaders(301, -1);
                exchange.close();
            });
            server.start();

            var result = Asking.once(URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/feed"), TOTAL);

            assertThat(result).isEqualTo(new Blocked("downgrade", "a redirect from https to http is not followed"));
            assertThat(open.asked).isEmpty();
        } finally {
            server.stop(0);
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static List<String> names(String head) {
        return head.lines().skip(1).filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)).toList();
    }

    private static Path certificate(Path folder) throws Exception {
        Path file = folder.resolve("server.p12");
        int made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", "changeit")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start()
                .waitFor();
        assertThat(made).isZero();
        return file;
    }

    private static HttpsServer secure(Path certificate) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            store.load(in, "changeit".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }
}
