package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A yardstick from elsewhere: Lucene's standard analysis cuts an article into words in lower case, and nothing else. */
final class AnalysisAlone implements Contender<News.Text> {
    private final Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);

    @Override
    public News.Text article(String title, String text) {
        return new News.Text(title, text);
    }

    @Override
    public void add(int first, List<String> rules) {}

    @Override
    public int count(List<News.Text> articles) {
        int letters = 0;
        for (var article : articles) {
            letters += letters("title", article.title()) + letters("text", article.text());
        }
        return letters;
    }

    private int letters(String field, String text) {
        int letters = 0;
        try (var stream = analyzer.tokenStream(field, text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                letters += term.length();
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return letters;
    }

    @Override
    public List<int[]> hits(List<News.Text> articles) {
        return articles.stream().map(_ -> new int[0]).toList();
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
