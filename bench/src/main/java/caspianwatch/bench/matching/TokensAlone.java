package caspianwatch.bench.matching;

import caspianwatch.bench.contest.Contender;
import caspianwatch.matching.text.Tokens;
import java.util.List;

/** The limit: an article is folded and cut into words, and nothing else. Its hits are words. */
final class TokensAlone implements Contender<News.Text> {
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
            words += Tokens.of(article.title()).size() + Tokens.of(article.text()).size();
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
