package caspianwatch.alerts;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Json;
import caspianwatch.contract.Topics;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology with fake channels on a clock that the test moves; attempts run at once. */
final class NotifierBench implements AutoCloseable {
    final FakeNotifier<Channel.Webhook> webhook = new FakeNotifier<>();
    final FakeNotifier<Channel.Log> log = new FakeNotifier<>();
    final Subscriptions subscriptions = new Subscriptions();
    final Telemetry telemetry = new Telemetry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Delivery> deliveries;
    private Instant now = Samples.NOW;

    NotifierBench(Path folder) {
        var metrics = new AlertsMetrics(telemetry.registry(), Clock.fixed(Samples.NOW, ZoneOffset.UTC));
        var work = new NotificationWork(subscriptions, new Notifiers(webhook, log), metrics);
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams(AlertsTopology.NAME);
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        driver = new TopologyTestDriver(new AlertsTopology(subscriptions, work, telemetry).build(), settings, now);
        alerts = driver.createInputTopic(Topics.ALERTS.name(), Topics.ALERTS.keys().serializer(),
                Topics.ALERTS.values().serializer());
        deliveries = driver.createOutputTopic(Topics.DELIVERIES.name(), Topics.DELIVERIES.keys().deserializer(),
                Topics.DELIVERIES.values().deserializer());
    }

    void subscribed(Channel... channels) {
        subscriptions.on("sub-1", Samples.subscription(channels));
    }

    /** Reads an alert and performs what is due at once. */
    List<Delivery> reads(Alert alert) {
        alerts.pipeInput(alert.subscriptionId(), alert);
        return after(Duration.ofMillis(4));
    }

    /** Moves the clock and performs what has become due. */
    List<Delivery> after(Duration step) {
        pass(step);
        for (int tick = 0; tick < 5; tick++) {
            pass(Duration.ofMillis(2));
        }
        return deliveries.readValuesToList();
    }

    List<Delivery> at(Instant instant) {
        return after(Duration.between(now, instant));
    }

    /** Goes from attempt to attempt until nothing is to be tried any more. */
    List<Delivery> untilSettled(List<Delivery> soFar) {
        List<Delivery> all = new ArrayList<>(soFar);
        for (Instant next = all.getLast().next(); next != null; next = all.getLast().next()) {
            all.addAll(at(next));
        }
        return all;
    }

    Instant now() {
        return now;
    }

    String metric(String line) {
        return telemetry.registry().scrape().lines().filter(each -> each.startsWith(line + " ")).findAny()
                .map(each -> each.substring(line.length() + 1)).orElse("absent");
    }

    /** Everything that is remembered, as it is written. */
    String remembered() {
        var text = new StringBuilder();
        driver.getAllStateStores().keySet().forEach(name -> {
            try (var all = driver.<String, Object>getKeyValueStore(name).all()) {
                all.forEachRemaining(entry -> text.append(entry.key).append(Json.write(entry.value)).append('\n'));
            }
        });
        return text.toString();
    }

    private void pass(Duration step) {
        now = now.plus(step);
        driver.advanceWallClockTime(step);
    }

    @Override
    public void close() {
        driver.close();
        telemetry.close();
    }
}
