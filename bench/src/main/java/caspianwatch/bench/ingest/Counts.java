package caspianwatch.bench.ingest;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** How often the farm has given each answer. */
record Counts(Map<Answer, Long> of) {

    /** Up to now. */
    static Counts now(Child farm) throws IOException {
        var counts = new EnumMap<Answer, Long>(Answer.class);
        for (String each : farm.ask("counts").split(" ", -1)) {
            int equals = each.indexOf('=');
            counts.put(Answer.valueOf(each.substring(0, equals)), Long.valueOf(each.substring(equals + 1)));
        }
        return new Counts(counts);
    }

    long get(Answer answer) {
        return of.getOrDefault(answer, 0L);
    }

    long all() {
        return of.values().stream().mapToLong(Long::longValue).sum();
    }
}
