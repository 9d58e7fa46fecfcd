package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.taxonomy.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Articles to test with. */
public final class Articles {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private static final Tagger SMALL = Tagger.of(Taxonomy.of(List.of(new RuleFile("small.yaml", small()))));

    private Articles() {}

    /** An article without a text counts as a title, one with a text as a summary. */
    public static Article article(String title, String text) {
        return article(title, text, text.isEmpty() ? TextBasis.TITLE : TextBasis.SUMMARY, null);
    }

    /** An article. */
    public static Article article(String title, String text, TextBasis basis, @Nullable String hint) {
        var source = new Article.Source("news.example.org/0123456789ab", "Harbour Line (demo)", "AZ");
        return new Article("article", source, null, null, title, text, basis, hint, null, null, NOW, NOW, 1, "hash",
                List.of(), false);
    }

    /** An article with the tags that a small taxonomy gives it, which does not change when the shipped one does. */
    public static TaggedArticle tagged(String title, String text) {
        return tagged(SMALL, article(title, text));
    }

    private static String small() {
        try (var in = Articles.class.getResourceAsStream("/small.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An article with the tags that a tagger gives it. */
    public static TaggedArticle tagged(Tagger tagger, Article article) {
        var verdict = tagger.tag(article);
        return new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null,
                verdict.severity(),
                verdict.severityReasons(), "test", TaggedArticle.Origin.LIVE, NOW);
    }

    /** A headline and, in brackets, what else is known: {@code Drill at sea [tag naval, country kz, severity 3]}. */
    public static TaggedArticle described(String description) {
        return Described.of(description);
    }
}
