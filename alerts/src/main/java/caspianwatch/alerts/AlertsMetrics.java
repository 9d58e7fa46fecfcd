package caspianwatch.alerts;

import caspianwatch.alerts.channel.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** What the notifier measures, under the names that Alertmanager made known; every series stands at 0 from the start. */
final class AlertsMetrics {
    private static final List<String> CHANNELS = List.of("webhook", "log", Request.GiveUp.NO_CHANNEL);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer fetchedToFirstAttempt;

    AlertsMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.fetchedToFirstAttempt = Timer.builder("cw.entry.fetch.to.alert")
                .description("time from fetched until the first attempt to notify").publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1)).maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        for (String channel : CHANNELS) {
            notifications(channel);
            requests(channel);
            latency(channel);
            EnumSet.complementOf(EnumSet.of(Reason.DELIVERED)).forEach(reason -> failures(channel, reason));
        }
    }

    /** An attempt begins. */
    void attempted(NotificationState.Sending sending) {
        requests(sending.channelType()).increment();
        if (sending.attempt() == 1) {
            // A clock that was set back must not turn into a negative duration.
            Duration since = Duration.between(sending.fetched(), clock.instant());
            fetchedToFirstAttempt.record(since.isNegative() ? Duration.ZERO : since);
        }
    }

    /** An attempt has ended; returns how long it took. */
    Duration took(NotificationState.Sending sending, Duration took) {
        latency(sending.channelType()).record(took);
        return took;
    }

    /** A notification was accepted. */
    void delivered(String channel) {
        notifications(channel).increment();
    }

    /** A notification was given up. */
    void failed(String channel, Reason reason) {
        notifications(channel).increment();
        failures(channel, reason).increment();
    }

    private Counter notifications(String channel) {
        return Counter.builder("cw.notifications").description("notifications delivered or given up")
                .tag("channel", channel).register(registry);
    }

    private Counter failures(String channel, Reason reason) {
        return Counter.builder("cw.notifications.failed").description("notifications given up")
                .tag("channel", channel).tag("reason", reason.word()).register(registry);
    }

    private Counter requests(String channel) {
        return Counter.builder("cw.notification.requests").description("attempts to notify").tag("channel", channel)
                .register(registry);
    }

    private Timer latency(String channel) {
        return Timer.builder("cw.notification.latency").description("duration of an attempt to notify")
                .tag("channel", channel).publishPercentileHistogram().minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10)).register(registry);
    }
}
