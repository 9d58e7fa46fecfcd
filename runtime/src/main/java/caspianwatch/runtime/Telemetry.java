package caspianwatch.runtime;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** The metrics and the readiness of a process; one for all the services in it. */
public final class Telemetry implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Supplier<Readiness>> checks = new ConcurrentSkipListMap<>();

    /** Whether a part can do its work now, and a sentence that says why not. */
    public record Readiness(boolean ready, String detail) {}

    /** No metrics yet but which build this is. */
    public Telemetry() {
        registry.getPrometheusRegistry().register(ProcessMetrics.build());
        registry.config().meterFilter(KafkaMeters.onlyThoseLookedAt());
    }

    /** Where meters are made. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Adds a part to what {@code /health/ready} reports; closing takes it away again. */
    public AutoCloseable check(String name, Supplier<Readiness> check) {
        checks.put(name, check);
        return () -> checks.remove(name, check);
    }

    /** What every part says now, by its name. */
    public Map<String, Readiness> readiness() {
        var now = new TreeMap<String, Readiness>();
        checks.forEach((name, check) -> now.put(name, asked(check)));
        return now;
    }

    private static Readiness asked(Supplier<Readiness> check) {
        try {
            return check.get();
        } catch (RuntimeException e) { // whatever it is, that part cannot say that it works
            return new Readiness(false, "cannot say: " + e);
        }
    }

    @Override
    public void close() {
        registry.close();
    }
}
