package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads articles from JSON lines {@code {"id","lang"?,"title","text"}}; one that cannot be read stops no other. */
final class ArticleLines {
    private static final int FULL = 1200;

    private ArticleLines() {}

    /** What becomes of an article. */
    interface Reader {
        /** The id is as the line has it; null where it has none. */
        void article(@Nullable String id, Article article);
    }

    /** Reads every line; false where one could not be read, which {@code err} then says, with its number from 1. */
    static boolean read(InputStream in, PrintStream err, Reader reader) {
        boolean good = true;
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    good &= line(line, number, err, reader);
                }
            }
        } catch (IOException e) {
            err.println(Json.write(Map.of("error", "input cannot be read: " + e.getMessage())));
            good = false;
        }
        return good;
    }

    private static boolean line(String line, int number, PrintStream err, Reader reader) {
        try {
            var node = Json.MAPPER.readTree(line);
            if (!node.isObject()) {
                throw new IllegalArgumentException("not a JSON object");
            }
            String id = text(node, "id");
            reader.article(id, article(id, text(node, "title"), text(node, "text"), text(node, "lang")));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            err.println(Json.write(Map.of("error", "line " + number + ": " + message)));
            return false;
        }
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
