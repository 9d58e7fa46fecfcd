package caspianwatch.alerts.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notifier;
import caspianwatch.alerts.channel.NotifierContract;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.alerts.channel.SampleNotification;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Json;
import caspianwatch.runtime.egress.Networks;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNotifierTest implements NotifierContract<Channel.Webhook> {
    private static final String MARKER = "b2ZmaWNlci1vZi10aGUtd2F0Y2gtbWFya2Vy";
    private static final Duration LONG = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Receiver receiver = new Receiver();
    private final WebhookNotifier notifier = notifier(List.of("127.0.0.0/8"), Clock.systemUTC());

    @AfterEach
    void close() {
        notifier.close();
        receiver.close();
    }

    @Test
    void signsSoThatAnotherImplementationOfStandardWebhooksAcceptsIt() throws Exception {
        notifier.send(SampleNotification.of("ntf_1"), accepting());

        var got = receiver.received().getFirst();
        new Webhook("whsec_" + MARKER).verify(got.body(), got.headers().entrySet().stream().collect(
                Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue)));
        assertThat(got.headers()).containsEntry("Webhook-id", List.of("ntf_1")).containsEntry("Content-type",
                List.of("application/json"));
    }

    @Test
    void sendsTheBodyThatIsDocumented() throws Exception {
        notifier.send(SampleNotification.of("ntf_1"), accepting());

        assertThat(Json.MAPPER.readTree(receiver.received().getFirst().body())).isEqualTo(Json.MAPPER.readTree(
                """
                        {"type":"alert","timestamp":"2026-11-21T06:00:00Z","data":{
                          "subscription":{"id":"sub-1","name":"Caspian drills"},
                          "alerts":[{"id":"alert-1",
                            "article":{"id":"a1","url":"https://news.example/a/1","title":"Drill off Baku","text":"Mətn 1",
                              "source":{"feedKey":"news.example/f1","title":"Harbour News","country":"az"},"language":"az",
                              "firstSeen":"2026-11-21T05:59:59Z"},
                            "tags":["caspian","naval"],"severity":3,
                            "evidence":[{"tag":"naval","field":"title","start":0,"end":5,"text":"Drill","rule":"drill~en","weight":2.0}]}]}}
                        """));
    }

    @Test
    void signsEachAttemptWithItsOwnTimeAndTheSameId() {
        var later = Instant.parse("2026-11-23T06:00:00Z");
        try (var atSix = notifier(List.of("127.0.0.0/8"), Clock.fixed(SampleNotification.RAISED, ZoneOffset.UTC));
                var twoDaysOn = notifier(List.of("127.0.0.0/8"), Clock.fixed(later, ZoneOffset.UTC))) {
            atSix.send(SampleNotification.of("ntf_1"), accepting());
            twoDaysOn.send(SampleNotification.of("ntf_1"), accepting());
        }

        assertThat(receiver.received()).extracting(got -> got.headers().get("Webhook-timestamp"))
                .containsExactly(List.of("1795240800"), List.of("1795413600"));
        assertThat(receiver.received()).extracting(got -> got.headers().get("Webhook-id")).containsOnly(
                List.of("ntf_1"));
        assertThat(receiver.received()).extracting(got -> got.headers().get("Webhook-signature"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void takesEvery2xxForAYes(int status) {
        receiver.answers(Receiver.status(status));

        assertThat(send()).isEqualTo(new Attempt.Delivered("127.0.0.1 answered " + status));
    }

    @ParameterizedTest
    @CsvSource({"400, CLIENT_ERROR", "404, CLIENT_ERROR", "408, TIMEOUT", "425, CLIENT_ERROR", "429, RATE_LIMITED",
            "500, SERVER_ERROR", "502, SERVER_ERROR", "503, SERVER_ERROR"})
    void triesAgainAfterEveryOtherStatus(int status, Reason reason) {
        receiver.answers(Receiver.status(status));

        assertThat(send()).isEqualTo(new Attempt.Retry(reason, "127.0.0.1 answered " + status, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void neverFollowsARedirect(int status) {
        receiver.answers(Receiver.status(status, "Location", receiver.url("/elsewhere").toString()));

        assertThat(send()).isEqualTo(new Attempt.Retry(Reason.REDIRECT, "127.0.0.1 answered " + status, null));
        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/in/path-marker");
    }

    @ParameterizedTest
    @CsvSource({"429, 120, PT2M", "503, 90000, PT24H", "500, nonsense,"})
    void handsOnHowLongTheOtherSideAsksToBeLeftAlone(int status, String header,
            @Nullable Duration asked) {
        receiver.answers(Receiver.status(status, "Retry-After", header));

        assertThat(send()).isInstanceOfSatisfying(Attempt.Retry.class,
                retry -> assertThat(retry.notBefore()).isEqualTo(asked));
    }

    @Test
    void asksNoMoreWhereTheEndpointIsGone() {
        receiver.answers(Receiver.status(410));

        assertThat(send()).isEqualTo(new Attempt.Refused(Reason.GONE, "127.0.0.1 answered 410"));
    }

    @Test
    void waitsNoLongerThanItsTotalForAnAnswer() {
        receiver.answers(receiver.silence());
        long start = System.nanoTime();

        try (var brief = new WebhookNotifier(Networks.publicAnd(List.of("127.0.0.0/8")), SHORT, Clock.systemUTC())) {
            assertThat(brief.send(SampleNotification.of("ntf_1"), accepting()))
                    .isEqualTo(new Attempt.Retry(Reason.TIMEOUT, "127.0.0.1 did not answer in time", null));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.minusMillis(50), LONG);
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("x".repeat(20_000).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            receiver.silence().to(exchange);
        });
        long start = System.nanoTime();

        assertThat(send()).isInstanceOf(Attempt.Delivered.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    @Test
    void triesAgainWhereNobodyListens() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(notifier.send(SampleNotification.of("ntf_1"), to("http://127.0.0.1:" + port + "/in")))
                .isEqualTo(new Attempt.Retry(Reason.CONNECT, "127.0.0.1 cannot be reached: ConnectException", null));
    }

    @Test
    void triesAgainWhereThereIsNoSecureConnection() throws Exception {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.startVirtualThread(() -> answerInPlainText(plain));

            assertThat(notifier.send(SampleNotification.of("ntf_1"),
                    to("https://127.0.0.1:" + plain.getLocalPort() + "/in")))
                    .isEqualTo(new Attempt.Retry(Reason.TLS, "127.0.0.1 gives no secure connection", null));
            answering.join();
        }
    }

    private static void answerInPlainText(ServerSocket plain) {
        try (var socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void refusesAPrivateNetworkThatNobodyAllowed() {
        try (var strict = notifier(List.of(), Clock.systemUTC())) {
            assertThat(strict.send(SampleNotification.of("ntf_1"), accepting()))
                    .isInstanceOfSatisfying(Attempt.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.BLOCKED));
        }
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void refusesANameThatLeadsIntoAPrivateNetwork() {
        try (var strict = notifier(List.of(), Clock.systemUTC())) {
            var url = receiver.url("/in").toString().replace("127.0.0.1", "localhost");

            assertThat(strict.send(SampleNotification.of("ntf_1"), to(url))).isInstanceOfSatisfying(
                    Attempt.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.BLOCKED));
        }
        assertThat(receiver.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_not base64", "whsec_c2hvcnQ=", "b2ZmaWNlci1vZi10aGUtd2F0Y2gtbWFya2Vy"})
    void sendsNothingUnsigned(String secret) {
        Attempt attempt = notifier.send(SampleNotification.of("ntf_1"),
                new Channel.Webhook(receiver.url("/in"), secret));

        assertThat(attempt).isInstanceOfSatisfying(Attempt.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.MISCONFIGURED));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void sendsAFewAtOnceToOneEndpointAndNoMore() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> notifier.lane("ntf_" + i, accepting())).distinct())
                .hasSize(8);
    }

    @Test
    void keepsEndpointsApartAndOneEndpointTogether() {
        assertThat(lane("https://a.example/one?x=1")).isEqualTo(lane("https://a.example/one?x=2"))
                .isNotEqualTo(lane("https://a.example/two"))
                .isNotEqualTo(lane("https://b.example/one"))
                .isNotEqualTo(lane("https://a.example:8443/one"));
    }

    @Override
    public Notifier<Channel.Webhook> notifier() {
        return notifier;
    }

    @Override
    public Channel.Webhook accepting() {
        return to(receiver.url("/in/path-marker").toString());
    }

    @Override
    public String received() {
        return receiver.received().stream().map(got -> got.headers().get("Webhook-id") + got.body() + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public String secret() {
        return MARKER;
    }

    private Attempt send() {
        return notifier.send(SampleNotification.of("ntf_1"), accepting());
    }

    private String lane(String url) {
        return notifier.lane("ntf_1", to(url));
    }

    private static Channel.Webhook to(String url) {
        return new Channel.Webhook(URI.create(url), "whsec_" + MARKER);
    }

    private static WebhookNotifier notifier(List<String> allowed, Clock clock) {
        return new WebhookNotifier(Networks.publicAnd(allowed), LONG, clock);
    }
}
