package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Json;
import caspianwatch.contract.Tag;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tags JSON lines: {@code {"id","lang"?,"title","text"}} in, {@code {"id","lang","tags","alert","severity","evidence","entities"}} out.
 * {@code alert} is the verdict of {@link BuiltIn#REGIONAL_NEWS}. A text under 1,200 UTF-16 units counts as a summary.
 */
public final class TagLines {
    private final Taxonomy taxonomy = Taxonomy.builtIn();
    private final Tagger tagger = Tagger.of(taxonomy);
    private final Query regional;

    /** What is written of one article; evidence in the order of its tags, then of the text. */
    record Line(@Nullable String id, String lang, List<String> tags, boolean alert, int severity,
            List<Evidence> evidence, List<Entity> entities) {}

    private TagLines() {
        try {
            regional = Query.parse(BuiltIn.REGIONAL_NEWS.query());
        } catch (QueryException e) {
            throw new IllegalStateException("the built-in subscription cannot be read", e);
        }
    }

    /** Tags standard input; exit code 1 where a line could not be read. */
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(System.in, out, err) ? 0 : 1);
    }

    /** Tags every line; false where one could not be read, which {@code err} then says, with its number from 1. */
    public static boolean run(InputStream in, PrintStream out, PrintStream err) {
        var tags = new TagLines();
        boolean good = ArticleLines.read(in, err, (id, article) -> out.println(Json.write(tags.line(id, article))));
        out.flush();
        return good;
    }

    private Line line(@Nullable String id, Article article) {
        var tagged = tagger.tagged(article);
        return new Line(id, tagged.language(), tagged.tags().stream().map(Tag::id).toList(),
                regional.match(tagged).isPresent(), tagged.severity().digit(),
                tagged.tags().stream().flatMap(tag -> tag.evidence().stream()).toList(), tagged.entities());
    }
}
