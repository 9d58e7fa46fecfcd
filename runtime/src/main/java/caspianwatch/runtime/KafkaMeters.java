package caspianwatch.runtime;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Set;

/** Of the hundreds of meters that Kafka's clients bring for each task and thread, those that a rule or dashboard looks at. */
final class KafkaMeters {
    private static final Set<String> LOOKED_AT = Set.of("kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads", "kafka.stream.thread.commit.latency.max",
            "kafka.stream.thread.process.latency.max", "kafka.stream.thread.punctuate.latency.max",
            "kafka.stream.thread.process.rate", "kafka.stream.task.dropped.records",
            "kafka.consumer.fetch.manager.records.lag.max", "kafka.consumer.coordinator.last.rebalance.seconds.ago",
            "kafka.producer.record.error", "kafka.producer.record.retry");

    private KafkaMeters() {}

    static MeterFilter onlyThoseLookedAt() {
        return MeterFilter
                .deny(meter -> meter.getName().startsWith("kafka.") && !LOOKED_AT.contains(asNamed(meter.getName())));
    }

    /** A counter comes as {@code …total} from some clients and without it from others. */
    private static String asNamed(String name) {
        return name.endsWith(".total") ? name.substring(0, name.length() - ".total".length()) : name;
    }
}
