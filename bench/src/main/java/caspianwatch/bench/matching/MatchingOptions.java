package caspianwatch.bench.matching;

import java.util.Arrays;
import java.util.List;

/**
 * What to measure.
 *
 * @param rules how many, rising; each is added to those before
 * @param rounds of every contender under every condition; the median counts
 * @param millis of a round
 * @param percolator the percolator is left out where there are more rules
 * @param presearcher of Lucene Monitor
 */
record MatchingOptions(List<Integer> rules, int rounds, int millis, int percolator, String presearcher) {
    static final String USAGE = "bench/run matching [--rules 10,1000,10000,100000,1000000] [--rounds 5] [--millis 400]"
            + " [--percolator-up-to 100000] [--presearcher two-passes]";

    /** Reads the command line; {@link IllegalArgumentException} says what is wrong. */
    static MatchingOptions of(List<String> args) {
        var options = new MatchingOptions(List.of(10, 1_000, 10_000, 100_000, 1_000_000), 5, 400, 100_000,
                "two-passes");
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(args.get(i) + " needs a value: " + USAGE);
            }
            options = options.with(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private MatchingOptions with(String name, String value) {
        return switch (name) {
            case "--rules" ->
                new MatchingOptions(Arrays.stream(value.split(",")).map(Integer::valueOf).toList(), rounds,
                        millis, percolator, presearcher);
            case "--rounds" ->
                new MatchingOptions(rules, Integer.parseInt(value), millis, percolator, presearcher);
            case "--millis" ->
                new MatchingOptions(rules, rounds, Integer.parseInt(value), percolator, presearcher);
            case "--percolator-up-to" ->
                new MatchingOptions(rules, rounds, millis, Integer.parseInt(value), presearcher);
            case "--presearcher" -> new MatchingOptions(rules, rounds, millis, percolator, value);
            default -> throw new IllegalArgumentException("there is no " + name + ": " + USAGE);
        };
    }

    int most() {
        return rules.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
