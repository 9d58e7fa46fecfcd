package caspianwatch.runtime.due;

import caspianwatch.contract.Topic;
import caspianwatch.runtime.Telemetry;
import java.time.Duration;
import org.apache.kafka.streams.kstream.KStream;

/** Puts due work into a topology. */
@SuppressWarnings("DoNotCallSuggester")
public final class DueWorks {
    private DueWorks() {}

    /**
     * How much at once.
     *
     * @param inFlight effects at once, over all lanes of an instance
     * @param gap least time between the end of one effect of a lane and the start of the next
     */
    public record Limits(int inFlight, Duration gap) {}

    /** Adds the due-work processor and its store, both called {@code name}; its outputs are sent on by {@link #sendTo}. */
    public static <I, S, R> KStream<String, Output<?>> process(KStream<String, I> input, String name,
            DueWork<I, S, R> work, Class<S> stateType, Limits limits, Telemetry telemetry) {
        throw new IllegalStateException("not written yet");
    }

    /** Sends the outputs that are meant for this topic. */
    public static <V> void sendTo(Topic<String, V> topic, KStream<String, Output<?>> outputs) {
        throw new IllegalStateException("not written yet");
    }
}
