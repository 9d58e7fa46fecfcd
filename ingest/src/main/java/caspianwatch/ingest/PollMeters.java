package caspianwatch.ingest;

import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.runtime.Telemetry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code cw_feed_polls_total{result}}, {@code cw_entries_total{outcome}}, {@code cw_feed_poll_duration_seconds},
 * {@code cw_feed_state_changes_total{from,to}}, {@code cw_feed_lossy_polls_total}, {@code cw_fetch_blocked_total{reason}}.
 *
 * <p>What counts failures is there from the start, at zero, for a rate misses the first of a series that begins with one.
 */
final class PollMeters {
    private final Telemetry telemetry;
    private final Timer duration;

    PollMeters(Telemetry telemetry) {
        this.telemetry = telemetry;
        this.duration = Timer.builder("cw_feed_poll_duration")
                .description("One request for a feed, redirects, reading and parsing included")
                .register(telemetry.registry());
        for (var result : FetchResult.class.getPermittedSubclasses()) {
            telemetry.registry().counter("cw_feed_polls", "result", word(result));
        }
        FetchResult.Blocked.REASONS.forEach(this::blocked);
        telemetry.registry().counter("cw_feed_lossy_polls");
        List.of("new", "unchanged", "revised")
                .forEach(outcome -> telemetry.registry().counter("cw_entries", "outcome", outcome));
    }

    FetchResult timed(Supplier<FetchResult> fetch) {
        var sample = Timer.start(telemetry.registry());
        try {
            return fetch.get();
        } finally {
            sample.stop(duration);
        }
    }

    void polled(FetchResult result) {
        telemetry.registry().counter("cw_feed_polls", "result", word(result.getClass())).increment();
        if (result instanceof FetchResult.Blocked(var reason, _)) {
            blocked(reason).increment();
        }
    }

    private Counter blocked(String reason) {
        return telemetry.registry().counter("cw_fetch_blocked", "reason", reason);
    }

    private static String word(Class<?> result) {
        return result.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    void changed(State from, State to) {
        if (from != to) {
            telemetry.registry().counter("cw_feed_state_changes", "from", word(from), "to", word(to)).increment();
        }
    }

    /** A poll that shared no entry with the one before. */
    void lossy() {
        telemetry.registry().counter("cw_feed_lossy_polls").increment();
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    void entry(String outcome) {
        telemetry.registry().counter("cw_entries", "outcome", outcome).increment();
    }
}
