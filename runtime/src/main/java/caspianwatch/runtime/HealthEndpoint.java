package caspianwatch.runtime;

/** {@code /health/live}, {@code /health/ready} and {@code /metrics} (Prometheus text) of a process. */
@SuppressWarnings("DoNotCallSuggester")
public final class HealthEndpoint implements AutoCloseable {
    private HealthEndpoint() {}

    /** Listens on the address; port 0 takes a free one. */
    public static HealthEndpoint start(Telemetry telemetry, String bind, int port) {
        throw new IllegalStateException("not written yet");
    }

    /** The port on which it listens. */
    public int port() {
        throw new IllegalStateException("not written yet");
    }

    @Override
    public void close() {}
}
