package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Worker;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;

/** The process of a contender that runs on our class path. */
public final class Contenders {
    private Contenders() {}

    /** Serves the contender of that name. */
    public static void main(String[] args) throws IOException, InterruptedException {
        switch (args[0]) {
            case "ours" -> Worker.serve(new OurIndex(false));
            case "reasons" -> Worker.serve(new OurIndex(true));
            case "analysis" -> Worker.serve(CuttingAlone.byLucene());
            case "tokens" -> Worker.serve(CuttingAlone.byOurTokens());
            case "monitor" -> Worker.serve(new LuceneMonitor(presearcher(args[1])));
            default -> throw new IllegalArgumentException("no contender " + args[0]);
        }
    }

    private static Presearcher presearcher(String name) {
        return switch (name) {
            case "default" -> new TermFilteredPresearcher();
            case "frequencies" -> new TermFilteredPresearcher(byFrequency(), List.of(), Set.of());
            case "two-passes" -> new MultipassTermFilteredPresearcher(2, 0, byFrequency(), List.of(), Set.of());
            case "three-passes" -> new MultipassTermFilteredPresearcher(3, 0, byFrequency(), List.of(), Set.of());
            default -> throw new IllegalArgumentException("no presearcher " + name);
        };
    }

    /** Weighs a term by how often it stands in generated articles other than those that are timed. */
    private static TermWeightor byFrequency() {
        Map<String, Integer> frequencies = new HashMap<>();
        for (var article : new News(new Vocabulary(MatchingBench.SEED), new Random(MatchingBench.SEED).nextLong())
                .articles(2_000, 400)) {
            for (String word : PercolatorQueries.words(article.text()).split(" ", -1)) {
                frequencies.merge(word, 1, Integer::sum);
            }
        }
        return TermWeightor.termFreqWeightor(frequencies, 1, 0);
    }
}
