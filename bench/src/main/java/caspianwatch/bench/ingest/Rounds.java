package caspianwatch.bench.ingest;

import java.util.ArrayList;
import java.util.List;

/** What was measured in each round of one thing. */
final class Rounds {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    /** Half the way from the least to the most, in percent of the median. */
    double spread() {
        double least = values.stream().min(Double::compare).orElse(0.0);
        double most = values.stream().max(Double::compare).orElse(0.0);
        return median() == 0 ? 0 : 50 * (most - least) / median();
    }

    /** The median with how far the rounds lie apart. */
    String told() {
        return (median() < 100 ? "%,.1f ±%.0f %%" : "%,.0f ±%.0f %%").formatted(median(), spread());
    }

    /** The median alone, of something that is not the matter. */
    String plain() {
        return (median() < 10 ? "%,.2f" : "%,.0f").formatted(median());
    }
}
