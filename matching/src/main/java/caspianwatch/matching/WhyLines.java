package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Json;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.why.Explanation;
import caspianwatch.matching.why.InWords;
import java.io.InputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Says for each article of JSON lines why it has, or lacks, a tag, or why a query takes it or does not. */
public final class WhyLines {
    private final Taxonomy taxonomy = Taxonomy.builtIn();
    private final Tagger tagger = Tagger.of(taxonomy);
    private final Query asked;

    /** What is written of one article as JSON. */
    record Line(@Nullable String id, String lang, Explanation why) {}

    private WhyLines(Query asked) {
        this.asked = asked;
    }

    /**
     * Explains every line; false where one could not be read.
     *
     * @param asked the id of a tag, or a query
     * @param json whether to write a line of JSON for each, rather than words for people
     */
    public static boolean run(String asked, boolean json, InputStream in, PrintStream out, PrintStream err)
            throws QueryException {
        var lines = new WhyLines(Query.parse(asked));
        boolean good = ArticleLines.read(in, err, (id, article) -> lines.write(id, article, json, out));
        out.flush();
        return good;
    }

    private void write(@Nullable String id, Article article, boolean json, PrintStream out) {
        var tagged = tagger.tagged(article);
        var why = why(tagged);
        if (json) {
            out.println(Json.write(new Line(id, tagged.language(), why)));
            return;
        }
        out.println((id == null ? "" : id + "  ") + article.title().replaceAll("\\s+", " ") + "  ("
                + tagged.language() + ", severity " + tagged.severity().digit() + ")");
        InWords.of(why).forEach(out::println);
        out.println();
    }

    private Explanation why(TaggedArticle tagged) {
        return asked.root() instanceof Node.TagIs(var tag)
                ? tagger.why(tagged.article(), tag).orElseThrow()
                : asked.why(tagged);
    }
}
