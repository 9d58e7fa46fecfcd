package caspianwatch.alerts.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.alerts.channel.SampleNotification;
import caspianwatch.contract.Channel;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.testkit.Canary;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks that are pointed inside: the canary there hears of none. 127.0.0.1 is the world here. */
final class WebhookTargetsTest {
    private static final String SECRET = "whsec_b2ZmaWNlci1vZi10aGUtd2F0Y2gtbWFya2Vy";
    private static final Duration TOTAL = Duration.ofSeconds(5);

    private final Canary canary = new Canary("127.0.0.2", "::1");
    private final Receiver receiver = new Receiver();
    private final WebhookNotifier notifier = new WebhookNotifier(Networks.publicAnd(List.of("127.0.0.1/32")), TOTAL,
            Clock.systemUTC());

    @AfterEach
    void close() throws IOException {
        notifier.close();
        receiver.close();
        canary.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"http://127.0.0.2:{port}/", "http://[::1]:{port}/", "http://127.2:{port}/",
            "http://2130706434:{port}/", "http://0177.0.0.2:{port}/", "http://0x7f000002:{port}/", "http://0:{port}/",
            "http://127.0.0.2.:{port}/", "http://[::ffff:127.0.0.2]:{port}/", "http://[::127.0.0.2]:{port}/",
            "http://example.com@127.0.0.2:{port}/", "http://user:pw@127.0.0.2:{port}/", "http:/127.0.0.2:{port}/",
            "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://172.16.0.1/", "http://192.168.0.1/",
            "http://100.64.0.1/", "http://[fc00::1]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/",
            "http://[64:ff9b::7f00:1]/", "file:///etc/passwd", "gopher://127.0.0.2:{port}/", "ftp://127.0.0.2:{port}/",
            "https://127.0.0.1:6379/", "http://127.0.0.1:25/"})
    void aTargetInsideIsRefusedForGood(String url) throws Exception {
        var attempt = send(url.replace("{port}", Integer.toString(canary.port())));

        assertThat(attempt).isInstanceOfSatisfying(Attempt.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(Reason.BLOCKED));
        assertThat(canary.heard()).isZero();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aNameThatLeadsInsideIsNotFollowed() throws Exception {
        try (var strict = new WebhookNotifier(Networks.publicAnd(List.of()), TOTAL, Clock.systemUTC());
                var here = new Canary("127.0.0.1", "::1")) {
            var attempt = strict.send(SampleNotification.of("ntf_1"),
                    new Channel.Webhook(URI.create("http://localhost:" + here.port() + "/"), SECRET));

            assertThat(attempt).isInstanceOf(Attempt.Refused.class);
            assertThat(here.heard()).isZero();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectInsideIsAFailedDelivery(int status) throws Exception {
        receiver.answers(Receiver.status(status, "Location", "http://127.0.0.2:" + canary.port() + "/"));

        assertThat(send(receiver.url("/in").toString()))
                .isEqualTo(new Attempt.Retry(Reason.REDIRECT, "127.0.0.1 answered " + status, null));
        assertThat(receiver.received()).hasSize(1);
        assertThat(canary.heard()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Refresh", "Content-Location", "Link"})
    void noOtherHeaderLeadsThereEither(String header) throws Exception {
        receiver.answers(Receiver.status(200, header, "<http://127.0.0.2:" + canary.port() + "/>; rel=next"));

        assertThat(send(receiver.url("/in").toString())).isInstanceOf(Attempt.Delivered.class);
        assertThat(canary.heard()).isZero();
    }

    @Test
    void aReceiverIsToldWhatIsDocumentedAndNothingElse() {
        receiver.answers(Receiver.status(500, "Set-Cookie", "session=secret"));
        send(receiver.url("/in").toString());
        send(receiver.url("/in").toString());

        for (var got : receiver.received()) {
            assertThat(got.headers().keySet()).map(name -> name.toLowerCase(Locale.ROOT)).containsExactlyInAnyOrder(
                    "host", "user-agent", "content-type", "content-length", "connection", "accept-encoding",
                    "webhook-id", "webhook-timestamp", "webhook-signature");
        }
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void anAnswerWithoutAnEndIsNotReadToIt() {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "x".repeat(60_000).getBytes(StandardCharsets.US_ASCII);
            for (long sent = 0; sent < Long.MAX_VALUE; sent += block.length) {
                exchange.getResponseBody().write(block);
            }
        });
        long before = System.nanoTime();

        assertThat(send(receiver.url("/in").toString())).isInstanceOf(Attempt.Delivered.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TOTAL);
    }

    private Attempt send(String url) {
        return notifier.send(SampleNotification.of("ntf_1"), new Channel.Webhook(URI.create(url), SECRET));
    }
}
