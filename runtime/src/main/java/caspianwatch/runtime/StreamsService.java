package caspianwatch.runtime;

import org.apache.kafka.streams.Topology;

/** A topology at work: its KafkaStreams, health check, metrics and orderly stop. */
@SuppressWarnings("DoNotCallSuggester")
public final class StreamsService implements AutoCloseable {
    private StreamsService() {}

    /** Starts the topology under the application id; {@code name} is the service's word in health and metrics. */
    public static StreamsService start(String name, Topology topology, KafkaSettings kafka, Telemetry telemetry) {
        throw new IllegalStateException("not written yet");
    }

    /** Blocks until it has stopped: 0 after {@link #close()}, 1 where it stopped by itself. */
    public int awaitStop() throws InterruptedException {
        throw new IllegalStateException("not written yet");
    }

    /** Stops dispatching, waits at most 5 seconds for what is in flight, commits, leaves the group. */
    @Override
    public void close() {}
}
