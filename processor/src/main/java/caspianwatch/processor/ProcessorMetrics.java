package caspianwatch.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the processor measures; every series stands at 0 from the start. */
final class ProcessorMetrics {
    private final MeterRegistry registry;
    private final Timer tagging;
    private final Timer fetchedToTagged;
    private final Counter tags;
    private final Counter alerts;

    ProcessorMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.tagging = Timer.builder("cw.tag.duration").description("time to tag one article")
                .publishPercentileHistogram().minimumExpectedValue(Duration.ofNanos(10_000))
                .maximumExpectedValue(Duration.ofSeconds(1)).register(registry);
        this.fetchedToTagged = Timer.builder("cw.entry.stage").tag("stage", "tag")
                .description("time from fetched until an article has passed a stage").publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1)).maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.tags = Counter.builder("cw.tags.assigned").description("tags given to articles").register(registry);
        this.alerts = Counter.builder("cw.alerts").description("alerts raised").register(registry);
    }

    <T> T timed(Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        tagging.record(Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    void tagged(int tags, Duration sinceFetched) {
        this.tags.increment(tags);
        // A clock that was set back must not turn into a negative duration.
        fetchedToTagged.record(sinceFetched.isNegative() ? Duration.ZERO : sinceFetched);
    }

    void alerted() {
        alerts.increment();
    }

    /** Shows how many subscriptions are followed, until closed. */
    AutoCloseable subscriptions(IntSupplier size) {
        Gauge gauge = Gauge.builder("cw.subscriptions", size::getAsInt)
                .description("subscriptions that articles are matched against").register(registry);
        return () -> registry.remove(gauge);
    }
}
