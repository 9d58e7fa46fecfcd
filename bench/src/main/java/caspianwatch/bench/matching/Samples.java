package caspianwatch.bench.matching;

import java.util.ArrayList;
import java.util.List;

/** The rounds of one contender under one condition. */
final class Samples {
    private final List<Double> micros = new ArrayList<>();
    private double hitsPerArticle;

    void add(long articles, long nanos, long hits) {
        micros.add(nanos / 1_000.0 / articles);
        hitsPerArticle = (double) hits / articles;
    }

    /** Microseconds an article. */
    double median() {
        return micros.stream().sorted().skip(micros.size() / 2).findFirst().orElseThrow();
    }

    /** Half the way from the fastest to the slowest round, in percent of the median. */
    double spread() {
        double fastest = micros.stream().min(Double::compare).orElseThrow();
        double slowest = micros.stream().max(Double::compare).orElseThrow();
        return 50 * (slowest - fastest) / median();
    }

    /** In the last round. */
    double hitsPerArticle() {
        return hitsPerArticle;
    }
}
