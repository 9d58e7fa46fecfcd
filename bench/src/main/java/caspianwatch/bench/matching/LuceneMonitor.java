package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Contender;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.Presearcher;
import org.apache.lucene.monitor.QueryMatch;

/** Lucene Monitor, in memory. It is told which words are frequent, so that it files a query under its rarest. */
final class LuceneMonitor implements Contender<News.Text> {
    private final Monitor monitor;

    LuceneMonitor(Presearcher presearcher) {
        try {
            monitor = new Monitor(new StandardAnalyzer(), presearcher, new MonitorConfiguration()
                    .setQueryUpdateBufferSize(10_000).setPurgeFrequency(365, TimeUnit.DAYS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public News.Text article(String title, String text) {
        return new News.Text(title, text);
    }

    @Override
    public void add(int first, List<String> rules) {
        var queries = new ArrayList<MonitorQuery>();
        for (int i = 0; i < rules.size(); i++) {
            queries.add(new MonitorQuery(Integer.toString(first + i), LuceneQueries.of(node(rules.get(i)))));
        }
        try {
            monitor.register(queries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int count(List<News.Text> articles) {
        try {
            if (articles.size() == 1) {
                return monitor.match(document(articles.getFirst()), QueryMatch.SIMPLE_MATCHER).getMatchCount();
            }
            var matches = monitor.match(documents(articles), QueryMatch.SIMPLE_MATCHER);
            int count = 0;
            for (int i = 0; i < articles.size(); i++) {
                count += matches.getMatchCount(i);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<int[]> hits(List<News.Text> articles) {
        try {
            if (articles.size() == 1) {
                return List.of(ids(
                        monitor.match(document(articles.getFirst()), QueryMatch.SIMPLE_MATCHER).getMatches().stream()));
            }
            var matches = monitor.match(documents(articles), QueryMatch.SIMPLE_MATCHER);
            var hits = new ArrayList<int[]>();
            for (int i = 0; i < articles.size(); i++) {
                hits.add(ids(matches.getMatches(i).stream()));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node node(String query) {
        try {
            return Parser.parse(query, KnownNames.ofTags(Set.of()), true);
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(query, e);
        }
    }

    private static int[] ids(Stream<QueryMatch> matches) {
        return matches.mapToInt(match -> Integer.parseInt(match.getQueryId())).sorted().toArray();
    }

    private static Document document(News.Text article) {
        return LuceneArticles.document(article.title(), article.text());
    }

    private static Document[] documents(List<News.Text> articles) {
        return articles.stream().map(LuceneMonitor::document).toArray(Document[]::new);
    }
}
