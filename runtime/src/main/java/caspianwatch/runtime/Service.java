package caspianwatch.runtime;

/** A running service: started by its {@code start(config, telemetry)}, stopped by {@link #close()}, twice in one JVM without noticing. */
public interface Service extends AutoCloseable {
    /** The word of this service on the command line, in logs and in metrics. */
    String name();

    /** Blocks until the service has stopped: 0 after {@link #close()}, 1 where it stopped by itself. */
    int awaitStop() throws InterruptedException;

    /** Stops within 10 seconds: work in flight ends first, then what it owns closes, newest first. */
    @Override
    void close();
}
