package caspianwatch.runtime;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A topology at work: its KafkaStreams, health check, metrics and orderly stop. */
public final class StreamsService implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration FOR_WHAT_IS_IN_FLIGHT = Duration.ofSeconds(5);
    private static final Duration FOR_STREAMS = Duration.ofMillis(4_500);

    private final String name;
    private final KafkaStreams streams;
    private final Effects effects;
    private final Lifecycle lifecycle = new Lifecycle();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private volatile Instant since = Clock.systemUTC().instant();

    private StreamsService(String name, Topology topology, Properties settings, Telemetry telemetry) {
        this.name = name;
        this.effects = Effects.onVirtualThreads();
        var withEffects = new Properties();
        withEffects.putAll(settings);
        withEffects.put(Effects.CONFIG, effects);
        this.streams = new KafkaStreams(topology, withEffects);
        lifecycle.add("streams", this::closeStreams);
        lifecycle.add("health check", telemetry.check(name, this::readiness));
        var metrics = lifecycle.add("metrics", new KafkaStreamsMetrics(streams));
        metrics.bindTo(telemetry.registry());
    }

    /** The application id under which a service runs; its stores, groups and transactions carry it. */
    public static String applicationId(String name) {
        return "caspianwatch-" + name;
    }

    /** Starts a topology with due work; {@code name} is the service's word in health and metrics. */
    public static StreamsService start(String name, Topology topology, KafkaSettings kafka, Telemetry telemetry) {
        prepare(kafka.data());
        return start(name, topology, kafka.streams(applicationId(name)), telemetry);
    }

    /** Starts a topology without due work, which commits every 10 ms. */
    public static StreamsService startPlain(String name, Topology topology, KafkaSettings kafka, Telemetry telemetry) {
        prepare(kafka.data());
        return start(name, topology, kafka.plainStreams(applicationId(name)), telemetry);
    }

    /** Topologies may start at the same time, and of two that make the same folder Kafka Streams lets one fail. */
    private static void prepare(Path data) {
        try {
            Files.createDirectories(data.resolve(KafkaSettings.STREAMS_FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RocksLibrary.load(data);
    }

    private static StreamsService start(String name, Topology topology, Properties settings, Telemetry telemetry) {
        var service = new StreamsService(name, topology, settings, telemetry);
        try {
            service.listen();
            service.streams.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void listen() {
        streams.setUncaughtExceptionHandler(new ThreadReplacement(name, Clock.systemUTC()));
        streams.setStateListener((now, before) -> {
            log.info("{} is {}, was {}", name, now, before);
            since = Clock.systemUTC().instant();
            if (now == KafkaStreams.State.ERROR) {
                exit.complete(1);
            }
        });
    }

    /** Blocks until it has stopped: 0 after {@link #close()}, 1 where it stopped by itself. */
    public int awaitStop() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the exit code is never an exception", e);
        }
    }

    /** Stops dispatching, waits at most 5 seconds for what is in flight, commits, leaves the group. */
    @Override
    public void close() {
        lifecycle.close();
        exit.complete(0);
    }

    private void closeStreams() throws InterruptedException {
        effects.stop();
        if (streams.state().isRunningOrRebalancing() && !effects.awaitQuiet(FOR_WHAT_IS_IN_FLIGHT)) {
            log.warn("{} stops while effects are still in flight; they will be repeated", name);
        }
        var options = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(FOR_STREAMS);
        if (!streams.close(options)) {
            log.warn("{} did not stop within {}", name, FOR_STREAMS);
        }
    }

    private Telemetry.Readiness readiness() {
        var state = streams.state();
        long seconds = Duration.between(since, Clock.systemUTC().instant()).toSeconds();
        return switch (state) {
            case RUNNING -> new Telemetry.Readiness(true, "running");
            case CREATED, REBALANCING -> new Telemetry.Readiness(false,
                    "getting its partitions or restoring its state for " + seconds + " s");
            case PENDING_SHUTDOWN, NOT_RUNNING -> new Telemetry.Readiness(false, "stopping");
            case PENDING_ERROR, ERROR -> new Telemetry.Readiness(false, "stopped by a fault; see the log");
        };
    }
}
