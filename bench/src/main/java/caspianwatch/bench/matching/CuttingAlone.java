package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Contender;
import caspianwatch.matching.text.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** An article is cut into words, and nothing else. Its hits are what it was cut into. */
final class CuttingAlone implements Contender<News.Text> {
    private final ToIntFunction<String> cut;

    private CuttingAlone(ToIntFunction<String> cut) {
        this.cut = cut;
    }

    /** The limit: folded and cut as for our index. */
    static CuttingAlone byOurTokens() {
        return new CuttingAlone(text -> Tokens.of(text).size());
    }

    /** A yardstick from elsewhere: Lucene's standard analysis, into words in lower case. */
    static CuttingAlone byLucene() {
        var analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
        return new CuttingAlone(text -> letters(analyzer, text));
    }

    private static int letters(Analyzer analyzer, String text) {
        int letters = 0;
        try (var stream = analyzer.tokenStream("text", text)) {
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
    public News.Text article(String title, String text) {
        return new News.Text(title, text);
    }

    @Override
    public void add(int first, List<String> rules) {}

    @Override
    public int count(List<News.Text> articles) {
        int words = 0;
        for (var article : articles) {
            words += cut.applyAsInt(article.title()) + cut.applyAsInt(article.text());
        }
        return words;
    }

    @Override
    public List<int[]> hits(List<News.Text> articles) {
        return articles.stream().map(_ -> new int[0]).toList();
    }

    @Override
    public void close() {}
}
