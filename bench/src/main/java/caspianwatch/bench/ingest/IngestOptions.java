package caspianwatch.bench.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What to measure.
 *
 * @param parts of {@code parse}, {@code rates}, {@code newsboat}
 * @param feeds that ingest polls
 * @param heapMib of ingest
 * @param rounds of every contender under every condition; the median counts
 * @param seconds of a round
 * @param newsboat feeds that newsboat reloads
 * @param documents that the readers parse
 */
record IngestOptions(List<String> parts, int feeds, int heapMib, int rounds, int seconds, int newsboat,
        int documents) {
    static final String USAGE = "bench/run ingest [--parts parse,rates,newsboat] [--feeds 10000] [--heap 160] [--rounds 3]"
            + " [--seconds 10] [--newsboat 300] [--documents 200]";
    private static final Set<String> PARTS = Set.of("parse", "rates", "newsboat");

    /** Reads the command line; {@link IllegalArgumentException} says what is wrong. */
    static IngestOptions of(List<String> args) {
        var options = new IngestOptions(List.of("parse", "rates", "newsboat"), 10_000, 160, 3, 10, 300, 200);
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(args.get(i) + " needs a value: " + USAGE);
            }
            options = options.with(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private IngestOptions with(String name, String value) {
        if (name.equals("--parts")) {
            var chosen = Arrays.asList(value.split(","));
            if (!PARTS.containsAll(chosen)) {
                throw new IllegalArgumentException("no such parts as " + value + ": " + USAGE);
            }
            return new IngestOptions(chosen, feeds, heapMib, rounds, seconds, newsboat, documents);
        }
        int number = Integer.parseInt(value);
        if (number < 1 || (name.equals("--feeds") && number > Hosts.MOST)) {
            throw new IllegalArgumentException(name + " cannot be " + value + ": " + USAGE);
        }
        return switch (name) {
            case "--feeds" -> new IngestOptions(parts, number, heapMib, rounds, seconds, newsboat, documents);
            case "--heap" -> new IngestOptions(parts, feeds, number, rounds, seconds, newsboat, documents);
            case "--rounds" -> new IngestOptions(parts, feeds, heapMib, number, seconds, newsboat, documents);
            case "--seconds" -> new IngestOptions(parts, feeds, heapMib, rounds, number, newsboat, documents);
            case "--newsboat" -> new IngestOptions(parts, feeds, heapMib, rounds, seconds, number, documents);
            case "--documents" -> new IngestOptions(parts, feeds, heapMib, rounds, seconds, newsboat, number);
            default -> throw new IllegalArgumentException("there is no " + name + ": " + USAGE);
        };
    }
}
