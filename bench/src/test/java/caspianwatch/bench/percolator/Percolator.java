package caspianwatch.bench.percolator;

import caspianwatch.bench.contest.Contender;
import caspianwatch.bench.contest.Worker;
import caspianwatch.bench.matching.OurIndex;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.QueryException;
import caspianwatch.matching.SubscriptionIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stands where the percolator should: it finds what ours finds, but for one hit of the whole sample where a file {@code wrong} in
 * the folder of the run says {@code drops} or {@code adds}.
 */
public final class Percolator implements Contender<TaggedArticle> {
    private final Path rules;
    private final String wrong;
    private final SubscriptionIndex index = new SubscriptionIndex();
    private boolean done;

    private Percolator(Path folder) throws IOException {
        rules = folder.resolve("rules.txt");
        wrong = Files.readString(folder.resolve("wrong"));
    }

    /** Serves; the folder of the run is that in which the percolator's own would be. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Worker.serve(new Percolator(Path.of(args[0]).resolveSibling("")));
    }

    @Override
    public TaggedArticle article(String title, String text) {
        return OurIndex.tagged(title, text);
    }

    @Override
    public void add(int first, List<String> percolatorRules) {
        try {
            var queries = Files.readAllLines(rules).subList(first, first + percolatorRules.size());
            for (int i = 0; i < queries.size(); i++) {
                index.put(new Subscription(Integer.toString(first + i), "owner", "name", queries.get(i),
                        Severity.BACKGROUND, List.of(new Channel.Log()), true, Instant.EPOCH));
            }
        } catch (IOException | QueryException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int count(List<TaggedArticle> articles) {
        return hits(articles).stream().mapToInt(each -> each.length).sum();
    }

    @Override
    public List<int[]> hits(List<TaggedArticle> articles) {
        var hits = new ArrayList<int[]>();
        for (var article : articles) {
            int[] right = index.matching(article).stream().mapToInt(each -> Integer.parseInt(each.id())).sorted()
                    .toArray();
            hits.add(spoilt(right));
        }
        return hits;
    }

    /** The first answer with a hit loses its last or gets one more. */
    private int[] spoilt(int[] right) {
        if (done || right.length == 0) {
            return right;
        }
        done = true;
        int[] spoilt = Arrays.copyOf(right, wrong.equals("drops") ? right.length - 1 : right.length + 1);
        if (spoilt.length > right.length) {
            spoilt[right.length] = right[right.length - 1] + 1;
        }
        return spoilt;
    }

    @Override
    public void close() {}
}
