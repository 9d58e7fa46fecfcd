package caspianwatch.runtime.due;

import caspianwatch.contract.Topic;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.Topologies;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Puts due work into a topology. */
public final class DueWorks {
    private DueWorks() {}

    /**
     * How much at once.
     *
     * @param inFlight effects at once, over all lanes of an instance
     * @param gap least time between the end of one effect of a lane and the start of the next
     */
    public record Limits(int inFlight, Duration gap) {
        public Limits {
            if (inFlight < 1 || gap.isNegative()) {
                throw new IllegalArgumentException("limits of " + inFlight + " in flight and a gap of " + gap);
            }
        }
    }

    /** Adds the due-work processor and its store, both called {@code name}; its outputs are sent on by {@link #sendTo}. */
    public static <I, S, R> KStream<String, Output<?>> process(KStream<String, I> input, String name,
            DueWork<I, S, R> work, Class<S> stateType, Limits limits, Telemetry telemetry) {
        return input.process(new DueSupplier<>(name, work, stateType, limits, telemetry), Named.as(name));
    }

    /** Sends the outputs that are meant for this topic. */
    public static <V> void sendTo(Topic<String, V> topic, KStream<String, Output<?>> outputs) {
        Topologies.to(topic, outputs.flatMapValues(output -> valueFor(topic, output), Named.as("for-" + topic.name())));
    }

    /** The value, where the output is meant for this very topic, whose values are of this type. */
    @SuppressWarnings("unchecked")
    private static <V> List<V> valueFor(Topic<String, V> topic, Output<?> output) {
        return output.topic().equals(topic) ? Collections.singletonList((V) output.value()) : List.of();
    }
}
