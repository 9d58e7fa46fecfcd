package caspianwatch.bench.matching;

import caspianwatch.bench.matching.MatchingBench.Condition;
import caspianwatch.bench.matching.MatchingBench.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The tables, in Markdown. */
final class MatchingReport {
    private static final Condition OURS = new Condition("ours", 1, 1);
    private static final Condition TOKENS = new Condition("tokens", 1, 1);
    private static final Condition ANALYSIS = new Condition("analysis", 1, 1);

    /** With fewer rules, memory is not that of rules, and a code that is not warm adds them. */
    private static final int LEAST_TO_WEIGH = 10_000;

    private final MatchingOptions options;
    private final Appendable out;

    MatchingReport(MatchingOptions options, Appendable out) {
        this.options = options;
        this.out = out;
    }

    void print(List<Measured> measured) {
        line(("Microseconds an article, the median of %d rounds of %d ms each; ± is half the way from the fastest to the"
                + " slowest round. One thread, one article at a time, unless it says otherwise; Monitor with the %s presearcher.")
                .formatted(
                        options.rounds(), options.millis(), options.presearcher()));
        line("");
        line("| rules | words | hits | ours | ours with reasons | tokens alone | Lucene's analysis alone | Monitor | Monitor, batches of 50 | percolator | percolator, batches of 50"
                + " | ours to tokens | ours to Lucene's analysis | Monitor to ours | percolator to ours |");
        line("|" + "--:|".repeat(15));
        for (var each : measured) {
            each.samples().forEach((words, samples) -> row(each.rules(), words, samples));
        }
        line("");
        line("On two threads, articles a second:");
        line("");
        line("| rules | words | ours | Monitor | Monitor, batches of 50 | percolator |");
        line("|--:|--:|--:|--:|--:|--:|");
        for (var each : measured) {
            each.samples()
                    .forEach((words, samples) -> line("| %,d | %d | %s | %s | %s | %s |".formatted(each.rules(), words,
                            rate(samples, "ours", 1), rate(samples, "monitor", 1), rate(samples, "monitor", 50),
                            rate(samples, "percolator", 1))));
        }
        line("");
        line("Rules added a second, and bytes a rule, all rules together (of the percolator on disk):");
        line("");
        line("| rules | ours/s | Monitor/s | percolator/s | ours, bytes | Monitor, bytes | percolator, bytes |");
        line("|--:|--:|--:|--:|--:|--:|--:|");
        for (var each : measured) {
            int added = each.rules();
            if (each.rules() < LEAST_TO_WEIGH) {
                continue;
            }
            line("| %,d | %s | %s | %s | %s | %s | %s |".formatted(each.rules(), speed(each, "ours", added),
                    speed(each, "monitor", added), speed(each, "percolator", added), bytes(each, "ours", 1),
                    bytes(each, "monitor", 1), bytes(each, "percolator", 2)));
        }
        var changes = measured.getLast().changes();
        line("");
        line(("A rule put, replaced or removed among %,d while another thread matches is seen by the next article after %.2f ms in"
                + " the median and %.1f ms at the most.").formatted(measured.getLast().rules(), changes.get(0) / 1e6,
                        changes.get(1) / 1e6));
    }

    private void row(int rules, int words, Map<Condition, Samples> samples) {
        var our = Objects.requireNonNull(samples.get(OURS));
        double ours = our.median();
        line("| %,d | %d | %.1f | %s | %s | %s | %s | %s | %s | %s | %s | %.1f | %.2f | %s | %s |".formatted(rules,
                words,
                our.hitsPerArticle(), micros(samples, OURS), micros(samples, new Condition("reasons", 1, 1)),
                micros(samples, TOKENS), micros(samples, ANALYSIS),
                micros(samples, new Condition("monitor", 1, 1)), micros(samples, new Condition("monitor", 1, 50)),
                micros(samples, new Condition("percolator", 1, 1)), micros(samples, new Condition("percolator", 1, 50)),
                ours / Objects.requireNonNull(samples.get(TOKENS)).median(),
                ours / Objects.requireNonNull(samples.get(ANALYSIS)).median(), ratio(samples, "monitor", ours),
                ratio(samples, "percolator", ours)));
    }

    /** The peer at its best, by article or in batches. */
    private static String ratio(Map<Condition, Samples> samples, String peer, double ours) {
        return samples.entrySet().stream()
                .filter(each -> each.getKey().contender().equals(peer) && each.getKey().threads() == 1)
                .map(each -> each.getValue().median()).min(Double::compare)
                .map(best -> (best / ours < 10 ? "%.1f" : "%,.0f").formatted(best / ours)).orElse("");
    }

    private static String micros(Map<Condition, Samples> samples, Condition condition) {
        return Optional.ofNullable(samples.get(condition))
                .map(each -> (each.median() < 100 ? "%,.1f ±%.0f %%" : "%,.0f ±%.0f %%").formatted(each.median(),
                        each.spread()))
                .orElse("");
    }

    private static String rate(Map<Condition, Samples> samples, String contender, int batch) {
        return Optional.ofNullable(samples.get(new Condition(contender, 2, batch)))
                .map(each -> "%,.0f ±%.0f %%".formatted(1e6 / each.median(), each.spread())).orElse("");
    }

    private static String speed(Measured measured, String contender, int added) {
        return Optional.ofNullable(measured.added().get(contender))
                .map(answer -> "%,.0f".formatted(added * 1e9 / answer[0])).orElse("");
    }

    private static String bytes(Measured measured, String contender, int at) {
        return Optional.ofNullable(measured.added().get(contender))
                .map(answer -> "%,d".formatted(answer[at] / measured.rules())).orElse("");
    }

    private void line(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
