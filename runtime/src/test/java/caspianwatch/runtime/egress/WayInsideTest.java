package caspianwatch.runtime.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.testkit.Canary;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way of asking for what lies inside; the canary there hears of none. */
class WayInsideTest {
    private static final Duration TOTAL = Duration.ofSeconds(5);
    private static final Networks PUBLIC = Networks.publicAnd(List.of());
    /** 127.0.0.1 stands for the world here, the rest of the loopback for what lies inside. */
    private static final Networks ONE = Networks.publicAnd(List.of("127.0.0.1/32"));

    private final Canary canary = new Canary("127.0.0.1", "::1");
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void stop() throws IOException {
        released.countDown();
        canary.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "feeds.localhost", "localhost.", "127.1", "127.0.1",
            "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001", "127.0.0.1.",
            "127.0.0.01", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::127.0.0.1]", "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "\uff11\uff12\uff17.0.0.1",
            "127\u30020\u30020\u30021",
            "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3"})
    void noWayOfWritingLoopbackLeadsThere(String host) throws Exception {
        var client = SafeEgress.client(PUBLIC, TOTAL);

        assertThatThrownBy(() -> get(client, "http://" + host + ":" + canary.port() + "/"))
                .isInstanceOfAny(BlockedAddressException.class, IllegalArgumentException.class);
        assertThat(canary.heard()).isZero();
    }

    static Stream<String> inside() throws IOException {
        try (InputStream table = Networks.class.getResourceAsStream("special-purpose.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inside")
    void noNetworkOfTheRegistriesIsReachedFromItsFirstAddressToItsLast(String row) throws Exception {
        var network = Network.parse(row.substring(0, row.indexOf(' ')));

        assertThat(PUBLIC.permits(network.prefix())).isFalse();
        assertThat(PUBLIC.permits(last(network))).isFalse();
        try (var socket = new PermittedSockets(PUBLIC).createSocket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(last(network), canary.port()), 1_000))
                    .isInstanceOf(BlockedAddressException.class);
        }
        assertThat(canary.heard()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", "::ffff:127.0.0.1"})
    void aNameThatPointsInsideIsBlocked(String address) throws Exception {
        var client = SafeEgress.client(PUBLIC, TOTAL, names(Map.of("feeds.example", List.of(address))));

        assertThatThrownBy(() -> get(client, "http://feeds.example:" + canary.port() + "/"))
                .isInstanceOf(BlockedAddressException.class).hasMessageContaining("feeds.example");
        assertThat(canary.heard()).isZero();
    }

    @Test
    void aNameThatPointsInsideAtItsSecondLookUpIsBlockedThen() throws Exception {
        var asked = new AtomicInteger();
        Dns rebinding = _ -> List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
        try (var world = new AnsweringServer(); var inner = new Canary("127.0.0.2")) {
            var client = SafeEgress.client(ONE, TOTAL, rebinding);

            assertThat(get(client, "http://feeds.example:" + world.port() + "/")).isEqualTo(204);
            assertThatThrownBy(() -> get(client, "http://feeds.example:" + inner.port() + "/"))
                    .isInstanceOf(BlockedAddressException.class);
            assertThat(inner.heard()).isZero();
        }
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        var asked = new AtomicInteger();
        Dns counting = _ -> {
            asked.incrementAndGet();
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (var world = new AnsweringServer()) {
            get(SafeEgress.client(ONE, TOTAL, counting), "http://feeds.example:" + world.port() + "/");
        }

        assertThat(asked).as("look-ups, a second of which could be answered otherwise").hasValue(1);
    }

    @Test
    void ofAMixedAnswerOnlyThePublicPartIsUsed() throws Exception {
        try (var world = new AnsweringServer(); var inner = new Canary("127.0.0.2", "::1")) {
            var mixed = names(Map.of("mixed.example", List.of("127.0.0.2", "::1", "127.0.0.1")));

            assertThat(get(SafeEgress.client(ONE, TOTAL, mixed), "http://mixed.example:" + world.port() + "/"))
                    .isEqualTo(204);
            assertThat(inner.heard()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://127.0.0.1:8888\\@example.com/", "http://example.com\\@127.0.0.1/",
            "http://127.0.0.1\t/", "http://127.0.0.1\n.example.com/", "http://127.0.0.1\r/",
            "http:\\\\127.0.0.1/", "http://127.0.0.1 .example.com/"})
    void whatTwoParsersWouldReadInTwoWaysIsNoAddressAtAll(String address) {
        assertThatThrownBy(() -> URI.create(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://example.com@127.0.0.1/", "http://127.0.0.1@example.com/",
            "http://127.0.0.1%2f@example.com/", "http://127.0.0.1:80@example.com/", "http:/127.0.0.1/",
            "http:127.0.0.1/", "http:///127.0.0.1/", "///127.0.0.1/", "//127.0.0.1/",
            "http://127.0.0.1%00.example.com/",
            "http://example.com:80:80/", "http://[::1%25lo]/", "http://[::1/", "http://127.0.0.1,example.com/"})
    void addressesThatHideTheirHostAreRefused(String address) {
        URI url;
        try {
            url = URI.create(address);
        } catch (IllegalArgumentException _) {
            return; // no address at all
        }
        assertThat(SafeEgress.objection(url, PUBLIC)).isNotBlank();
    }

    @Test
    void aResolverThatIsSilentCostsItsCallItsTimeAndNobodyElseAnything() throws Exception {
        Dns silent = host -> {
            if (host.equals("silent.example")) {
                awaitRelease();
            }
            return List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
        try (var world = new AnsweringServer()) {
            var client = SafeEgress.client(ONE, Duration.ofMillis(300), silent);
            long begun = System.nanoTime();

            assertThatThrownBy(() -> get(client, "http://silent.example:" + world.port() + "/"))
                    .isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
            assertThat(get(client, "http://feeds.example:" + world.port() + "/")).isEqualTo(204);
        }
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress last(Network network) throws IOException {
        byte[] bytes = network.prefix().getAddress();
        for (int bit = network.bits(); bit < bytes.length * 8; bit++) {
            bytes[bit / 8] |= (byte) (0x80 >> bit % 8);
        }
        return InetAddress.getByAddress(bytes);
    }

    private static int get(OkHttpClient client, String address) throws IOException {
        try (var response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            return response.code();
        }
    }

    private static Dns names(Map<String, List<String>> answers) {
        return host -> answers.getOrDefault(host, List.of()).stream().map(InetAddress::ofLiteral).toList();
    }
}
