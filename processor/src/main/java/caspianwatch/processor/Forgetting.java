package caspianwatch.processor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a store what is older than any repeat that can still come. It looks at one slice at a time, for a pass
 * over millions of entries would hold up the articles; a day is enough to come round.
 */
final class Forgetting<V> {
    /** The topic of articles keeps 30 days; whoever reads it from its start must still find every article known. */
    static final Duration AFTER = Duration.ofDays(45);

    static final Duration PAUSE = Duration.ofMinutes(5);
    static final int SLICE = 5_000;

    private final KeyValueStore<String, V> store;
    private final Function<V, Instant> since;
    private @Nullable String next;

    Forgetting(KeyValueStore<String, V> store, Function<V, Instant> since) {
        this.store = store;
        this.since = since;
    }

    void schedule(ProcessingContext context) {
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> slice(Instant.ofEpochMilli(now)));
    }

    private void slice(Instant now) {
        Instant limit = now.minus(AFTER);
        List<String> old = new ArrayList<>();
        try (var entries = store.range(next, null)) {
            for (int looked = 0; looked < SLICE && entries.hasNext(); looked++) {
                var entry = entries.next();
                if (since.apply(entry.value).isBefore(limit)) {
                    old.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : null;
        }
        old.forEach(store::delete);
    }
}
