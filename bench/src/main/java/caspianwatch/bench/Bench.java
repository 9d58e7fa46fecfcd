package caspianwatch.bench;

import caspianwatch.bench.ingest.IdleBench;
import caspianwatch.bench.ingest.IngestBench;
import caspianwatch.bench.matching.MatchingBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The command line of {@code bench/run}: class path of the percolator, folder of the run, what to measure, its options. */
public final class Bench {
    private Bench() {}

    /** Prints Markdown on standard output; exit code 1 where something is not as it must be, 2 where the call is wrong. */
    public static void main(String[] args) throws IOException {
        Locale.setDefault(Locale.ROOT);
        var rest = Arrays.asList(args).subList(3, args.length);
        try {
            run(args[2], rest, args[0], Path.of(args[1]));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        } catch (IllegalStateException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String what, List<String> options, String percolator, Path folder) throws IOException {
        switch (what) {
            case "matching" -> MatchingBench.run(options, folder, percolator, System.out);
            case "ingest" -> IngestBench.run(options, folder, home(), program(), System.out);
            case "idle" -> IdleBench.run(options, folder, program(), System.out);
            default -> throw new IllegalArgumentException(
                    "cannot measure " + what + ", only matching, ingest and idle");
        }
    }

    /** The folder of the bench, as its launcher says. */
    private static Path home() {
        return Path.of(System.getProperty("bench.home", "bench"));
    }

    /** The folder with the jars of the program. */
    private static Path program() {
        return home().resolveSibling("app").resolve("target").resolve("dist").resolve("lib");
    }
}
