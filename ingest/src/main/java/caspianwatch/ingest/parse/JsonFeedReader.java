package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedDocument.Person;
import caspianwatch.ingest.parse.ParsedEntry.Enclosure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeedReader {
    private static final int DEPTH = 100;
    private static final ObjectMapper STRICT = mapper();
    private static final ObjectMapper LENIENT = mapper(JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_MISSING_VALUES);

    private JsonFeedReader() {}

    static ParseResult read(String text, @Nullable String url, List<String> problems) {
        JsonNode root;
        try {
            root = tree(text, problems);
        } catch (JsonProcessingException e) {
            return new ParseResult.Refused("broken JSON: " + e.getOriginalMessage(), List.of());
        }
        JsonNode items = root.path("items");
        String version = text(root, "version");
        if (!items.isArray() && (version == null || !version.contains("jsonfeed"))) {
            return new ParseResult.Refused("JSON that is not a JSON Feed", List.of());
        }
        String home = Links.absolute(text(root, "home_page_url"), url);
        home = home == null ? Links.absolute(text(root, "feed_url"), url) : home;
        home = home == null ? url : home;
        String page = home;
        String base = url == null ? home : url;
        List<Person> authors = persons(root);
        List<ParsedEntry> entries = stream(items).filter(JsonNode::isObject).limit(LenientReader.MAX_ENTRIES)
                .map(item -> entry(item, base, authors, page)).toList();
        String title = text(root, "title");
        String description = text(root, "description");
        String number = version == null ? "" : " " + version.substring(version.lastIndexOf('/') + 1);
        return new ParseResult.Parsed(new ParsedDocument("json feed" + number,
                title == null ? home == null ? null : Markup.plain(home) : Markup.plain(title), home,
                description == null ? null : Markup.plain(description), text(root, "feed_url"), text(root, "language"),
                null, null, authors, List.of(), entries, problems, Pace.UNSAID));
    }

    private static JsonNode tree(String text, List<String> problems) throws JsonProcessingException {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException _) {
            JsonNode mended = LENIENT.readTree(text);
            problems.add("JSON mended");
            return mended;
        }
    }

    private static ParsedEntry entry(JsonNode item, @Nullable String base, List<Person> inherited,
            @Nullable String home) {
        String html = text(item, "content_html");
        String plain = text(item, "content_text");
        String title = text(item, "title");
        String summary = text(item, "summary");
        String link = Links.absolute(text(item, "url"), base);
        link = link == null ? Links.absolute(text(item, "external_url"), base) : link;
        var people = persons(item);
        var published = FeedDates.parse(text(item, "date_published"));
        Markup abstractText = summary == null ? null : Markup.plain(summary);
        Markup content = html == null
                ? plain == null ? null : Markup.plain(plain)
                : Markup.html(html).relativeTo(base == null ? link : base);
        Markup named = title == null
                ? Titles.from(link, abstractText, plain == null ? content : Markup.plain(plain))
                : Markup.plain(title);
        return new ParsedEntry(text(item, "id"), link == null ? home : link, named, abstractText, content,
                published,
                FeedDates.parse(text(item, "date_modified")), people.isEmpty() ? inherited : people,
                stream(item.path("tags")).map(JsonFeedReader::text).filter(tag -> tag != null).toList(),
                enclosures(item, base), text(item, "language"));
    }

    private static List<Person> persons(JsonNode node) {
        var people = new ArrayList<Person>();
        stream(node.path("authors")).forEach(author -> addPerson(author, people));
        addPerson(node.path("author"), people); // version 1.0; some write both
        return people;
    }

    private static void addPerson(JsonNode author, List<Person> people) {
        String name = author.isTextual() ? text(author) : text(author, "name");
        String page = author.isTextual() ? null : text(author, "url");
        if ((name != null || page != null)
                && people.stream().noneMatch(person -> Objects.equals(name, person.name()))) {
            people.add(new Person(name, null, page));
        }
    }

    private static List<Enclosure> enclosures(JsonNode item, @Nullable String base) {
        var files = new ArrayList<Enclosure>();
        for (JsonNode file : item.path("attachments")) {
            String url = Links.absolute(text(file, "url"), base);
            if (url != null) {
                files.add(new Enclosure(url, text(file, "mime_type"), text(file, "size_in_bytes")));
            }
        }
        for (String field : List.of("image", "banner_image")) {
            String url = Links.absolute(text(item, field), base);
            if (url != null) {
                files.add(new Enclosure(url, "image/*", null));
            }
        }
        return files;
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static @Nullable String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? value.asText().strip() : null;
    }

    private static ObjectMapper mapper(JsonReadFeature... lenience) {
        var mapper = JsonMapper.builder()
                .enable(lenience).build();
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH)
                .maxNumberLength(100).maxStringLength(FeedReader.MAX_BYTES).build());
        return mapper;
    }
}
