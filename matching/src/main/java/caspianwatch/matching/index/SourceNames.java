package caspianwatch.matching.index;

import caspianwatch.contract.Article;
import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import java.util.function.BiConsumer;

/** Every name by which a query can ask for a source: the feed's key, its host, each domain above, words of its title in a row. */
final class SourceNames {
    private SourceNames() {}

    /** Gives each, words up to a number of them. */
    static void of(Article.Source source, int mostWords, BiConsumer<Kind, String> each) {
        String key = Folding.fold(source.feedKey());
        each.accept(Kind.SOURCE, key);
        String host = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
        each.accept(Kind.SOURCE, host);
        for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            each.accept(Kind.SOURCE, host.substring(dot + 1));
        }
        var title = Tokens.of(source.title());
        for (int from = 0; from < title.size(); from++) {
            var words = new StringBuilder();
            for (int i = from; i < Math.min(title.size(), from + mostWords); i++) {
                words.append(i == from ? "" : " ").append(title.word(i));
                each.accept(Kind.SOURCE_WORDS, words.toString());
            }
        }
    }
}
