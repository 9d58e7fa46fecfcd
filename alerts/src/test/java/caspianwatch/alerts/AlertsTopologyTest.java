package caspianwatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Delivery.Outcome;
import caspianwatch.contract.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsTopologyTest {
    private static final FakeNotifier.Answer DOWN = () -> new Attempt.Retry(Reason.SERVER_ERROR, "answered 500", null);
    private static final FakeNotifier.Answer UP = () -> new Attempt.Delivered("accepted");

    /** Made and closed on one thread, for the driver locks its folder by thread. */
    @AutoClose
    private final NotifierBench bench;

    AlertsTopologyTest(@TempDir Path folder) {
        bench = new NotifierBench(folder);
    }

    @Test
    void sendsAnAlertOverEachChannelAndRecordsEachAttempt() {
        bench.subscribed(Samples.WEBHOOK, Samples.LOG);

        List<Delivery> deliveries = bench.reads(Samples.alert("a1"));

        assertThat(deliveries).extracting(Delivery::channelType).containsExactlyInAnyOrder("webhook", "log");
        assertThat(deliveries).allSatisfy(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Outcome.DELIVERED);
            assertThat(delivery.reason()).isEqualTo("delivered");
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.alertIds()).containsExactly(Samples.alert("a1").id());
            assertThat(delivery.next()).isNull();
        });
        assertThat(bench.webhook.sent).hasSize(1);
        assertThat(bench.log.sent).hasSize(1);
    }

    @Test
    void derivesTheIdFromSubscriptionAlertAndChannel() {
        bench.subscribed(Samples.WEBHOOK);
        var alert = Samples.alert("a1");

        assertThat(bench.reads(alert)).extracting(Delivery::notificationId)
                .containsExactly(Notification.idOf("sub-1", alert.id(), Samples.WEBHOOK.name()));
    }

    @Test
    void notifiesNobodyTwiceWhenAnAlertIsReadAgain() {
        bench.subscribed(Samples.WEBHOOK);
        bench.reads(Samples.alert("a1"));

        assertThat(bench.reads(Samples.alert("a1"))).isEmpty();
        bench.after(Duration.ofDays(6));
        assertThat(bench.reads(Samples.alert("a1"))).isEmpty();
        assertThat(bench.webhook.sent).hasSize(1);
    }

    @Test
    void forgetsASettledNotificationAfterSevenDays() {
        bench.subscribed(Samples.WEBHOOK);
        bench.reads(Samples.alert("a1"));
        assertThat(bench.remembered()).isNotEmpty();

        assertThat(bench.after(Duration.ofDays(7))).isEmpty();

        assertThat(bench.remembered()).isEmpty();
    }

    @Test
    void triesAgainOnScheduleUntilItIsAccepted() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN, DOWN, UP);

        List<Delivery> all = bench.untilSettled(bench.reads(Samples.alert("a1")));

        assertThat(all).extracting(Delivery::outcome).containsExactly(Outcome.RETRYING, Outcome.RETRYING,
                Outcome.DELIVERED);
        assertThat(all).extracting(Delivery::attempt).containsExactly(1, 2, 3);
        assertThat(all).extracting(Delivery::notificationId).containsOnly(all.getFirst().notificationId());
        assertThat(Duration.between(all.get(0).at(), all.get(0).next())).isBetween(Duration.ofMillis(4_500),
                Duration.ofMillis(5_500));
        assertThat(Duration.between(all.get(1).at(), all.get(1).next())).isBetween(Duration.ofSeconds(27),
                Duration.ofSeconds(33));
    }

    @Test
    void doesNotTryBeforeItsTime() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);
        bench.reads(Samples.alert("a1"));

        assertThat(bench.after(Duration.ofSeconds(4))).isEmpty();
        assertThat(bench.webhook.sent).hasSize(1);
    }

    @Test
    void saysTheSameToTheLastByteOnEveryAttempt() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN, DOWN, UP);

        bench.untilSettled(bench.reads(Samples.alert("a1")));

        assertThat(bench.webhook.sent).hasSize(3).extracting(Json::write)
                .containsOnly(Json.write(bench.webhook.sent.getFirst()));
    }

    @Test
    void leavesAnEndpointAloneForAsLongAsItAsks() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(
                () -> new Attempt.Retry(Reason.RATE_LIMITED, "answered 429", Duration.ofHours(2)), UP);

        Delivery first = bench.reads(Samples.alert("a1")).getFirst();

        assertThat(first.reason()).isEqualTo("rate_limited");
        assertThat(Duration.between(first.at(), first.next())).isEqualTo(Duration.ofHours(2));
        assertThat(bench.after(Duration.ofHours(2).minusSeconds(1))).isEmpty();
        assertThat(bench.after(Duration.ofSeconds(1))).extracting(Delivery::outcome).containsExactly(Outcome.DELIVERED);
    }

    @Test
    void givesUpAfterThreeDaysAndSaysSo() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);

        List<Delivery> all = bench.untilSettled(bench.reads(Samples.alert("a1")));

        Delivery last = all.getLast();
        assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(last.reason()).isEqualTo("server_error");
        assertThat(last.detail()).isEqualTo("given up after three days: answered 500");
        assertThat(Duration.between(all.getFirst().at(), last.at())).isBetween(Duration.ofDays(3).minusMillis(10),
                Duration.ofDays(3).plusSeconds(1));
        assertThat(all).hasSizeBetween(23, 27);
        assertThat(bench.metric("cw_notifications_failed_total{channel=\"webhook\",reason=\"server_error\"}"))
                .isEqualTo("1.0");
    }

    @Test
    void givesUpAtOnceWhereItWasRefusedForGood() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(() -> new Attempt.Refused(Reason.GONE, "answered 410"));

        assertThat(bench.reads(Samples.alert("a1"))).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(delivery.reason()).isEqualTo("gone");
        });
        assertThat(bench.after(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void survivesAFaultInAChannelAndTriesAgain() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(() -> {
            throw new IllegalStateException("secret " + Samples.SECRET);
        }, UP);

        List<Delivery> all = bench.untilSettled(bench.reads(Samples.alert("a1")));

        assertThat(all).extracting(Delivery::reason).containsExactly("internal_error", "delivered");
        assertThat(Json.write(all)).doesNotContain(Samples.MARKER);
    }

    @Test
    void letsOtherChannelsBeWhereOneIsDown() {
        bench.subscribed(Samples.WEBHOOK, Samples.LOG);
        bench.webhook.answers(DOWN);

        assertThat(bench.reads(Samples.alert("a1"))).extracting(Delivery::channelType, Delivery::outcome)
                .containsExactlyInAnyOrder(tuple("webhook", Outcome.RETRYING),
                        tuple("log", Outcome.DELIVERED));
    }

    @Test
    void waitsForASubscriptionThatItHasNotHeardOfYet() {
        assertThat(bench.reads(Samples.alert("a1"))).isEmpty();

        bench.subscribed(Samples.WEBHOOK, Samples.LOG);

        assertThat(bench.after(Duration.ofSeconds(1))).extracting(Delivery::channelType)
                .containsExactlyInAnyOrder("webhook", "log");
    }

    @Test
    void givesUpOnASubscriptionThatNobodyHearsOfForAMinute() {
        bench.reads(Samples.alert("a1"));
        for (int second = 0; second < 59; second++) {
            assertThat(bench.after(Duration.ofSeconds(1))).isEmpty();
        }

        List<Delivery> deliveries = bench.after(Duration.ofSeconds(2));

        assertThat(deliveries).singleElement().satisfies(delivery -> {
            assertThat(delivery.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(delivery.reason()).isEqualTo("subscription_unknown");
            assertThat(delivery.alertIds()).containsExactly(Samples.alert("a1").id());
        });
    }

    @Test
    void cancelsWhatWaitsWhenTheSubscriptionIsDeleted() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);
        List<Delivery> first = bench.reads(Samples.alert("a1"));

        bench.subscriptions.on("sub-1", null);

        assertThat(bench.untilSettled(first)).extracting(Delivery::outcome, Delivery::reason).endsWith(
                tuple(Outcome.FAILED, "subscription_removed"));
        assertThat(bench.webhook.sent).hasSize(1);
    }

    @Test
    void cancelsWhatWaitsWhenTheSubscriptionIsSwitchedOff() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);
        List<Delivery> first = bench.reads(Samples.alert("a1"));

        bench.subscriptions.on("sub-1", Samples.disabled(Samples.subscription(Samples.WEBHOOK)));

        assertThat(bench.untilSettled(first)).extracting(Delivery::reason).endsWith("subscription_disabled");
        assertThat(bench.webhook.sent).hasSize(1);
    }

    @Test
    void cancelsWhatWaitsWhenTheChannelIsTakenAway() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);
        List<Delivery> first = bench.reads(Samples.alert("a1"));

        bench.subscribed(Samples.LOG);

        assertThat(bench.untilSettled(first)).extracting(Delivery::reason).endsWith("channel_removed");
        assertThat(bench.log.sent).isEmpty();
    }

    @Test
    void keepsSecretsOutOfWhatItRemembersAndRecords() {
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN);

        List<Delivery> deliveries = bench.reads(Samples.alert("a1"));

        assertThat(bench.remembered()).contains(Samples.WEBHOOK.name())
                .doesNotContain(Samples.MARKER).doesNotContain("path-marker");
        assertThat(Json.write(deliveries)).doesNotContain(Samples.MARKER).doesNotContain("path-marker");
    }

    @Test
    void measuresFromZeroOn() {
        assertThat(bench.metric("cw_notifications_total{channel=\"webhook\"}")).isEqualTo("0.0");
        assertThat(bench.metric("cw_notifications_failed_total{channel=\"webhook\",reason=\"timeout\"}"))
                .isEqualTo("0.0");
        bench.subscribed(Samples.WEBHOOK);
        bench.webhook.answers(DOWN, UP);

        bench.untilSettled(bench.reads(Samples.alert("a1")));

        assertThat(bench.metric("cw_notifications_total{channel=\"webhook\"}")).isEqualTo("1.0");
        assertThat(bench.metric("cw_notification_requests_total{channel=\"webhook\"}")).isEqualTo("2.0");
        assertThat(bench.metric("cw_notification_latency_seconds_count{channel=\"webhook\"}")).isEqualTo("2");
        assertThat(bench.metric("cw_entry_fetch_to_alert_seconds_count")).isEqualTo("1");
        assertThat(bench.metric("cw_entry_fetch_to_alert_seconds_sum")).isEqualTo("0.04");
    }
}
