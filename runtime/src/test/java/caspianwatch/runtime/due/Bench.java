package caspianwatch.runtime.due;

import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** Due work on a topology test driver whose clock starts at {@link #START}, with effects that run when the test says so. */
final class Bench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    static final String NAME = "errands";

    /** Effects that have been started and not yet run. */
    static final class ByHand implements Executor {
        final Deque<Runnable> started = new ArrayDeque<>();

        @Override
        public void execute(Runnable effect) {
            started.add(effect);
        }

        void runNext() {
            started.remove().run();
        }
    }

    final Telemetry telemetry = new Telemetry();
    final Effects effects;
    final TopologyTestDriver driver;
    private final Errands work;
    private final TestInputTopic<String, Errands.Order> orders;
    private Instant now = START;

    Bench(Errands work, DueWorks.Limits limits, Executor executor, Path folder) {
        this.work = work;
        effects = Effects.on(executor);
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, effects);
        driver = new TopologyTestDriver(work.topology("test", limits, telemetry), settings, START);
        orders = driver.createInputTopic(work.orders.name(), work.orders.keys().serializer(),
                work.orders.values().serializer());
    }

    void order(String key, Errands.Order order) {
        orders.pipeInput(key, order);
    }

    void takeBack(String key) {
        orders.pipeInput(key, (Errands.Order) null);
    }

    void after(Duration step) {
        now = now.plus(step);
        driver.advanceWallClockTime(step);
    }

    /** Enough ticks for what is due now and at once after it. */
    void settle() {
        for (int tick = 0; tick < 20; tick++) {
            after(Duration.ofMillis(2));
        }
    }

    Instant in(Duration time) {
        return now.plus(time);
    }

    /** What has been sent since the last call, as {@code key: text}. */
    List<String> reports() {
        var topic = driver.createOutputTopic(work.reports.name(), work.reports.keys().deserializer(),
                work.reports.values().deserializer());
        return topic.readKeyValuesToList().stream().map(record -> record.key + ": " + record.value).toList();
    }

    /** What the store holds, with which another instance would be restored. */
    Map<String, Stored<Errands.Errand>> stored() {
        var all = new HashMap<String, Stored<Errands.Errand>>();
        try (var items = driver.<String, Stored<Errands.Errand>>getKeyValueStore(NAME).all()) {
            items.forEachRemaining(item -> all.put(item.key, item.value));
        }
        return all;
    }

    double gauge(String state) {
        return telemetry.registry().get("cw_due_work").tag("name", NAME).tag("state", state).gauge().value();
    }

    @Override
    public void close() {
        driver.close();
        telemetry.close();
    }
}
