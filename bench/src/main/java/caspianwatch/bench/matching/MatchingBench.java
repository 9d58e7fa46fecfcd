package caspianwatch.bench.matching;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the contest: for every number of rules each contender, in a process of its own, adds them, answers a sample of articles,
 * and only where all answer the same is timed, in rounds that go from one contender to the next.
 */
public final class MatchingBench implements AutoCloseable {
    static final long SEED = 20_261_121;
    static final List<Integer> LENGTHS = List.of(100, 400);
    private static final int BATCH = 50;
    private static final int SAMPLE = 50;
    private static final int CHANGES = 300;
    /** Rounds before anything is timed. */
    private static final int WARM_UP = 5;

    /** Threads and articles a request. */
    record Condition(String contender, int threads, int batch) {}

    private static final List<Condition> CONDITIONS = List.of(new Condition("ours", 1, 1), new Condition("ours", 2, 1),
            new Condition("reasons", 1, 1), new Condition("tokens", 1, 1), new Condition("analysis", 1, 1),
            new Condition("monitor", 1, 1),
            new Condition("monitor", 1, BATCH),
            new Condition("monitor", 2, 1), new Condition("monitor", 2, BATCH), new Condition("percolator", 1, 1),
            new Condition("percolator", 1, BATCH), new Condition("percolator", 2, 1));

    private final MatchingOptions options;
    private final Material material;
    private final int rules;
    private final Map<String, Peer> peers = new LinkedHashMap<>();

    private MatchingBench(MatchingOptions options, Material material, int rules) {
        this.options = options;
        this.material = material;
        this.rules = rules;
    }

    /** Measures and prints; {@link IllegalStateException} where the contenders do not agree. */
    public static void run(List<String> args, Path folder, String percolatorClassPath, Appendable out)
            throws IOException {
        var options = MatchingOptions.of(args);
        var material = Material.write(folder, options, LENGTHS, SEED);
        var measured = new ArrayList<Measured>();
        for (int rules : options.rules()) {
            try (var bench = new MatchingBench(options, material, rules)) {
                bench.start(folder, percolatorClassPath);
                measured.add(bench.measure());
            }
        }
        new MatchingReport(options, out).print(measured);
    }

    @Override
    public void close() throws IOException {
        for (var peer : peers.values()) {
            peer.close();
        }
    }

    private void start(Path folder, String percolatorClassPath) throws IOException {
        String ours = System.getProperty("java.class.path");
        String main = Contenders.class.getName();
        for (String name : List.of("ours", "reasons", "analysis", "tokens")) {
            peers.put(name, Peer.start(name, folder, ours, main, name));
        }
        peers.put("monitor", Peer.start("monitor", folder, ours, main, "monitor", options.presearcher()));
        if (rules <= options.percolator()) {
            peers.put("percolator", Peer.start("percolator", folder, percolatorClassPath,
                    "caspianwatch.bench.percolator.Percolator", folder.resolve("opensearch-" + rules).toString()));
        }
    }

    private Measured measure() throws IOException {
        var added = new LinkedHashMap<String, long[]>();
        for (String name : peers.keySet()) {
            added.put(name, peer(name).ask("rules", percolates(name)
                    ? material.percolatorRules()
                    : material.rules(), rules));
        }
        var samples = new LinkedHashMap<Integer, Map<Condition, Samples>>();
        for (int words : LENGTHS) {
            for (String name : peers.keySet()) {
                peer(name).ask("articles", percolates(name)
                        ? material.percolatorArticles(words)
                        : material.articles(words));
            }
            agree(words);
            if (samples.isEmpty()) {
                warmUp();
            }
            samples.put(words, rounds());
        }
        var changes = rules == options.most()
                ? Arrays.stream(peer("ours").ask("changes", CHANGES)).boxed().toList()
                : List.<Long>of();
        return new Measured(rules, added, samples, changes);
    }

    /** What came of one number of rules. */
    record Measured(int rules, Map<String, long[]> added, Map<Integer, Map<Condition, Samples>> samples,
            List<Long> changes) {}

    /** Every contender finds the same rules for every article of the sample, one by one and in batches. */
    private void agree(int words) throws IOException {
        var ours = peer("ours").lines(SAMPLE, "hits", SAMPLE, 1);
        for (String name : peers.keySet()) {
            if (name.equals("monitor") || percolates(name)) {
                for (int batch : List.of(1, BATCH)) {
                    var theirs = peer(name).lines(SAMPLE, "hits", SAMPLE, batch);
                    for (int i = 0; i < SAMPLE; i++) {
                        if (!theirs.get(i).equals(ours.get(i))) {
                            throw new IllegalStateException(
                                    "%s finds other rules than ours (of %d, article %d of %d words, batch %d): %s; ours: %s"
                                            .formatted(name, rules, i, words, batch, theirs.get(i), ours.get(i)));
                        }
                    }
                }
            }
        }
    }

    /** The virtual machines compile what they will need, all of them for equally long. */
    private void warmUp() throws IOException {
        for (var condition : taking()) {
            for (int i = 0; i < WARM_UP; i++) {
                round(condition);
            }
        }
    }

    private List<Condition> taking() {
        return CONDITIONS.stream().filter(each -> peers.containsKey(each.contender())).toList();
    }

    private Map<Condition, Samples> rounds() throws IOException {
        var conditions = taking();
        for (var condition : conditions) {
            round(condition);
        }
        var samples = new LinkedHashMap<Condition, Samples>();
        conditions.forEach(condition -> samples.put(condition, new Samples()));
        for (int i = 0; i < options.rounds(); i++) {
            for (var each : samples.entrySet()) {
                long[] answer = round(each.getKey());
                each.getValue().add(answer[0], answer[1], answer[2]);
            }
        }
        return samples;
    }

    private long[] round(Condition condition) throws IOException {
        return peer(condition.contender()).ask("round", condition.threads(), condition.batch(), options.millis());
    }

    private Peer peer(String name) {
        return Objects.requireNonNull(peers.get(name));
    }

    private static boolean percolates(String name) {
        return name.equals("percolator");
    }
}
