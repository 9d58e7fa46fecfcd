package caspianwatch.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our index and Lucene Monitor find the same, for every query of the part of the language that both have. */
class LuceneComparisonTest {
    private static final int QUERIES = 10_000;
    private static final int TEXTS = 1_000;

    /** Another one is tried with {@code -Dseed=N}. */
    private final long seed = Long.getLong("seed", 20_261_121);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void tenThousandQueriesFindTheSameInAThousandTexts() throws IOException {
        System.out.println("seed " + seed);
        var random = new SharedQueries(new Random(seed));
        var queries = queries(random);
        var ours = new OurIndex(false);
        ours.add(0, queries);
        var texts = Stream.generate(() -> new News.Text(random.text(8), random.text(30))).limit(TEXTS).toList();
        try (var monitor = new Monitor(new StandardAnalyzer(), new MultipassTermFilteredPresearcher(2))) {
            monitor.register(monitorQueries(queries));
            long hits = texts.parallelStream().mapToLong(text -> compared(text, ours, monitor, queries)).sum();
            assertThat(hits).as("hits").isBetween(QUERIES * (long) TEXTS / 50, QUERIES * (long) TEXTS / 2);
        }
    }

    /** How many queries both find for a text. */
    private int compared(News.Text text, OurIndex ours, Monitor monitor, List<String> queries) {
        int[] found = ours.hits(List.of(ours.article(text.title(), text.text()))).getFirst();
        try {
            var matches = monitor.match(LuceneArticles.whole(text.title(), text.text()), QueryMatch.SIMPLE_MATCHER);
            assertThat(matches.getErrors()).isEmpty();
            if (!ids(matches.getMatches()).equals(ids(found))) {
                assertThat(queries(ids(found), queries)).as("seed %d, %s", seed, text)
                        .isEqualTo(queries(ids(matches.getMatches()), queries));
            }
            return found.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nearly all are different. */
    private static List<String> queries(SharedQueries random) {
        var queries = new ArrayList<String>();
        while (queries.size() < QUERIES) {
            String query = random.query();
            try {
                Parser.parse(query, KnownNames.ofTags(Set.of()), true);
                queries.add(query);
            } catch (SyntaxException e) {
                assertThat(e).as(query).hasMessageContaining("must not be there");
            }
        }
        assertThat(Set.copyOf(queries)).hasSizeGreaterThan(QUERIES * 9 / 10);
        return queries;
    }

    private static List<MonitorQuery> monitorQueries(List<String> queries) {
        var all = new ArrayList<MonitorQuery>();
        for (int i = 0; i < queries.size(); i++) {
            all.add(new MonitorQuery(Integer.toString(i), LuceneQueries.of(LuceneMonitor.node(queries.get(i)))));
        }
        return all;
    }

    private static Set<Integer> ids(Collection<QueryMatch> matches) {
        return matches.stream().map(match -> Integer.valueOf(match.getQueryId())).collect(Collectors.toSet());
    }

    private static Set<Integer> ids(int[] found) {
        var ids = new TreeSet<Integer>();
        for (int id : found) {
            ids.add(id);
        }
        return ids;
    }

    private static Set<String> queries(Set<Integer> ids, List<String> queries) {
        return ids.stream().map(id -> Objects.requireNonNull(queries.get(id)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
