package caspianwatch.ingest;

import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.runtime.Telemetry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code cw_feed_polls_total{result}}, {@code cw_entries_total{outcome}}, {@code cw_feed_poll_duration_seconds},
 * {@code cw_feed_state_changes_total{from,to}}, {@code cw_feed_lossy_polls_total}.
 */
final class PollMeters {
    private final Telemetry telemetry;
    private final Timer duration;

    PollMeters(Telemetry telemetry) {
        this.telemetry = telemetry;
        this.duration = Timer.builder("cw_feed_poll_duration")
                .description("One request for a feed, redirects, reading and parsing included")
                .register(telemetry.registry());
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
        String word = result.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        telemetry.registry().counter("cw_feed_polls", "result", word).increment();
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
