package caspianwatch.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a stream thread that died, at most five in an hour; after that the client stops, so that nothing is green and dead. */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int PER_HOUR = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final String name;
    private final Clock clock;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    ThreadReplacement(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable error) {
        var now = clock.instant();
        while (!replaced.isEmpty() && replaced.peek().isBefore(now.minus(HOUR))) {
            replaced.remove();
        }
        if (replaced.size() >= PER_HOUR) {
            log.error("{}: a stream thread died for the sixth time in an hour; stopping", name, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        replaced.add(now);
        log.error("{}: a stream thread died and is replaced", name, error);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
