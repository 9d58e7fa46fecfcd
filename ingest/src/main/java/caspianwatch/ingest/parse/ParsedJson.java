package caspianwatch.ingest.parse;

import caspianwatch.contract.Json;
import caspianwatch.ingest.parse.ParsedDocument.Person;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** A parsed document as the JSON that the {@code parse} command prints; absent fields are left out. */
public final class ParsedJson {
    private static final Safelist SAFE = Safelist.relaxed().addTags("figure", "figcaption", "hr", "del", "ins", "s",
            "abbr", "time", "section", "article");

    private ParsedJson() {}

    /** The object without {@code file} and {@code ok}. */
    public static ObjectNode of(ParsedDocument document) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("format", document.format());
        put(node, "title", sanitised(document.title()));
        put(node, "link", document.link());
        put(node, "description", sanitised(document.description()));
        put(node, "id", document.id());
        put(node, "language", document.language());
        put(node, "published", document.published());
        put(node, "updated", document.updated());
        persons(node, document.authors());
        document.categories().forEach(node.putArray("categories")::add);
        ArrayNode entries = node.putArray("entries");
        document.entries().forEach(entry -> entries.add(entry(entry)));
        document.problems().forEach(node.putArray("problems")::add);
        return node;
    }

    private static ObjectNode entry(ParsedEntry entry) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        put(node, "id", entry.id());
        put(node, "link", entry.link());
        put(node, "title", sanitised(entry.title()));
        put(node, "summary", sanitised(entry.summary()));
        put(node, "content", sanitised(entry.content()));
        put(node, "published", entry.published());
        put(node, "updated", entry.updated());
        persons(node, entry.authors());
        entry.categories().forEach(node.putArray("categories")::add);
        ArrayNode enclosures = node.putArray("enclosures");
        for (var file : entry.enclosures()) {
            ObjectNode each = enclosures.addObject().put("url", file.url());
            put(each, "type", file.type());
            put(each, "length", file.length());
        }
        put(node, "language", entry.language());
        return node;
    }

    private static @Nullable String sanitised(@Nullable Markup markup) {
        if (markup == null) {
            return null;
        }
        return switch (markup.kind()) {
            case PLAIN -> markup.value();
            case HTML -> Jsoup.clean(markup.value(), markup.base() == null ? "" : markup.base(), SAFE,
                    new Document.OutputSettings().prettyPrint(false));
        };
    }

    private static void persons(ObjectNode node, List<Person> people) {
        ArrayNode array = node.putArray("authors");
        for (Person person : people) {
            ObjectNode each = array.addObject();
            put(each, "name", person.name());
            put(each, "email", person.email());
            put(each, "url", person.url());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable Object value) {
        if (value instanceof Instant instant) {
            node.put(name, instant.toString());
        } else if (value instanceof String text) {
            node.put(name, text);
        }
    }
}
