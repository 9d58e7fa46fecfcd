package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Json;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tags JSON lines: {@code {"id","lang"?,"title","text"}} in, {@code {"id","lang","tags","alert","severity","evidence","entities"}} out.
 * {@code alert} is the verdict of {@link BuiltIn#REGIONAL_NEWS}. A text under 1,200 UTF-16 units counts as a summary.
 */
public final class TagLines {
    private static final int FULL = 1200;

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
        boolean good = true;
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    good &= tags.line(line, number, out, err);
                }
            }
        } catch (IOException e) {
            err.println(Json.write(Map.of("error", "input cannot be read: " + e.getMessage())));
            good = false;
        }
        out.flush();
        return good;
    }

    private boolean line(String line, int number, PrintStream out, PrintStream err) {
        try {
            out.println(Json.write(tagged(Json.MAPPER.readTree(line))));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            err.println(Json.write(Map.of("error", "line " + number + ": " + message)));
            return false;
        }
    }

    private Line tagged(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("not a JSON object");
        }
        var article = article(text(node, "id"), text(node, "title"), text(node, "text"), text(node, "lang"));
        var verdict = tagger.tag(article);
        var tagged = new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null,
                verdict.severity(),
                verdict.severityReasons(), taxonomy.version(), TaggedArticle.Origin.LIVE, article.firstSeen());
        return new Line(text(node, "id"), verdict.language(), verdict.tags().stream().map(Tag::id).toList(),
                regional.match(tagged).isPresent(), verdict.severity().digit(),
                verdict.tags().stream().flatMap(tag -> tag.evidence().stream()).toList(), verdict.entities());
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is not a string");
        }
        return value.textValue();
    }

    private static Article article(@Nullable String id, @Nullable String title, @Nullable String text,
            @Nullable String language) {
        if (title == null && text == null) {
            throw new IllegalArgumentException("neither title nor text");
        }
        String heading = title == null ? "" : title;
        String body = text == null ? "" : text;
        var basis = body.isEmpty() ? TextBasis.TITLE : body.length() < FULL ? TextBasis.SUMMARY : TextBasis.FULL;
        return new Article(id == null ? Ids.of(heading, body) : id, new Article.Source("", "", ""), null, null, heading,
                body, basis, language, null, null, Instant.EPOCH, Instant.EPOCH, 1, Ids.digest(heading, body),
                List.of(), false);
    }
}
