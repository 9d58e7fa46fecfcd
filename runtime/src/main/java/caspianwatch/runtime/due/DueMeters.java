package caspianwatch.runtime.due;

import caspianwatch.runtime.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Work that waits must be visible: how much waits, how much is in flight, and for how long the oldest is overdue. */
final class DueMeters {
    /** What one task has to do now; written by its stream thread, read by a scrape. */
    static final class Load {
        volatile int waiting;
        volatile int inFlight;
        volatile @Nullable Long oldestDue;
    }

    final Counter returned;
    final Counter threw;
    final Counter stale;
    final Counter faulty;
    private final Set<Load> loads = ConcurrentHashMap.newKeySet();

    DueMeters(String name, Telemetry telemetry) {
        gauge(telemetry, "cw_due_work", Tags.of("name", name, "state", "waiting"), () -> sum(load -> load.waiting));
        gauge(telemetry, "cw_due_work", Tags.of("name", name, "state", "in_flight"), () -> sum(load -> load.inFlight));
        gauge(telemetry, "cw_due_work_oldest_overdue_seconds", Tags.of("name", name), this::oldestOverdue);
        returned = effects(telemetry, name, "returned");
        threw = effects(telemetry, name, "threw");
        stale = effects(telemetry, name, "stale");
        faulty = effects(telemetry, name, "faulty");
    }

    Load add() {
        var load = new Load();
        loads.add(load);
        return load;
    }

    void remove(Load load) {
        loads.remove(load);
    }

    private double sum(ToLongFunction<Load> part) {
        return loads.stream().mapToLong(part).sum();
    }

    private double oldestOverdue() {
        long now = Clock.systemUTC().millis();
        double oldest = 0;
        for (var load : loads) {
            Long due = load.oldestDue;
            oldest = due == null ? oldest : Math.max(oldest, (now - due) / 1000.0);
        }
        return oldest;
    }

    /** A service that starts again in the same process brings new tasks: the gauge must not stay with the old ones. */
    private static void gauge(Telemetry telemetry, String name, Tags tags, Supplier<Number> value) {
        var registry = telemetry.registry();
        registry.find(name).tags(tags).gauges().forEach(registry::remove);
        Gauge.builder(name, value).tags(tags).register(registry);
    }

    private static Counter effects(Telemetry telemetry, String name, String result) {
        return telemetry.registry().counter("cw_due_work_effects_total", "name", name, "result", result);
    }
}
