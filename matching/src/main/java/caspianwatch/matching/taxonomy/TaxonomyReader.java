package caspianwatch.matching.taxonomy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files; an unknown field, a doubled key or a doubled name is an error that says where. */
final class TaxonomyReader {
    private static final ObjectMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

    /** A part of a file: what it is called in messages, and the path from which its lines are counted. */
    record Place(String file, LineIndex lines, String path, String called) {
        /** {@code subjects.yaml:17, tag naval}, with the line of the part within. */
        String where(String part) {
            int line = lines.line(part.isEmpty() ? path : path + "." + part);
            return file + (line == 0 ? "" : ":" + line) + ", " + called;
        }
    }

    /** A tag and where it stands. */
    record Read(Place place, TagSource tag) {
        String file() {
            return place.file();
        }

        String where() {
            return place.where("");
        }
    }

    /** A word list and where it stands. */
    record ReadSet(Place place, Map<String, List<String>> words) {}

    /** A context and where it stands. */
    record ReadContext(Place place, ContextSource context) {}

    /** A step of severity and where it stands. */
    record ReadStep(Place place, SeverityRules.Source step) {}

    final Map<String, ReadSet> sets = new LinkedHashMap<>();
    final Map<String, Read> tags = new LinkedHashMap<>();
    final List<ReadContext> contexts = new ArrayList<>();
    final List<ReadStep> severity = new ArrayList<>();

    private TaxonomyReader() {}

    static TaxonomyReader of(List<RuleFile> files) {
        var reader = new TaxonomyReader();
        files.forEach(reader::file);
        return reader;
    }

    /** The words of the sets, by name and language. */
    Map<String, Map<String, List<String>>> words() {
        var words = new LinkedHashMap<String, Map<String, List<String>>>();
        sets.forEach((name, set) -> words.put(name, set.words()));
        return words;
    }

    /** The words of one language in sets, tags and contexts. */
    List<String> words(String language) {
        var words = new ArrayList<String>();
        sets.values().forEach(set -> words.addAll(set.words().getOrDefault(language, List.of())));
        for (var read : tags.values()) {
            var tag = read.tag();
            if (tag.terms() != null) {
                words.addAll(tag.terms().getOrDefault(language, Map.of()).keySet());
            }
            if (tag.excludes() != null) {
                tag.excludes().forEach(each -> add(each.words(), language, words));
            }
        }
        contexts.forEach(read -> add(read.context().words(), language, words));
        return words;
    }

    private static void add(@Nullable Map<String, List<String>> from, String language, List<String> words) {
        if (from != null) {
            words.addAll(from.getOrDefault(language, List.of()));
        }
    }

    private void file(RuleFile file) {
        JsonNode root;
        try {
            root = YAML.readTree(file.yaml());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new TaxonomyException(file.name() + (line > 0 ? ":" + line : "") + ": " + e.getOriginalMessage());
        }
        var lines = LineIndex.of(file.yaml());
        for (var part : root.properties()) {
            switch (part.getKey()) {
                case "sets" -> part.getValue().properties().forEach(
                        set -> set(new Place(file.name(), lines, "sets." + set.getKey(), "set " + set.getKey()),
                                set.getKey(), set.getValue()));
                case "tags" -> each(file, lines, "tags", "tag", "id", part.getValue(), this::tag);
                case "contexts" -> each(file, lines, "contexts", "context", "name", part.getValue(),
                        (place, node) -> contexts
                                .add(new ReadContext(place, read(place, node, new TypeReference<>() {
                                }))));
                case "severity" -> each(file, lines, "severity", "severity", "say", part.getValue(),
                        (place, node) -> severity.add(new ReadStep(place, read(place, node, new TypeReference<>() {
                        }))));
                default -> throw new TaxonomyException(
                        file.name() + ":" + lines.line(part.getKey()) + ": unknown field \"" + part.getKey() + "\"");
            }
        }
    }

    private interface Part {
        void read(Place place, JsonNode node);
    }

    private static void each(RuleFile file, LineIndex lines, String field, String kind, String name, JsonNode list,
            Part part) {
        for (int i = 0; i < list.size(); i++) {
            String called = kind + " " + list.get(i).path(name).asText("without " + name);
            part.read(new Place(file.name(), lines, field + "." + i, called), list.get(i));
        }
    }

    private void set(Place place, String name, JsonNode node) {
        Map<String, List<String>> words = read(place, node, new TypeReference<>() {
        });
        if (sets.putIfAbsent(name, new ReadSet(place, words)) != null) {
            throw new TaxonomyException(place.where("") + ": there is another set of this name");
        }
    }

    private void tag(Place place, JsonNode node) {
        TagSource tag = read(place, node, new TypeReference<>() {
        });
        String id = required(place, "id", tag.id());
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new TaxonomyException(place.where("id") + ": an id has small letters, digits and hyphens");
        }
        if (!tag.hidden()) {
            required(place, "name", tag.name());
            required(place, "group", tag.group());
            if (!required(place, "colour", tag.colour()).matches("#[0-9a-f]{6}")) {
                throw new TaxonomyException(place.where("colour") + ": colour must look like \"#0a5f70\"");
            }
        }
        if (tags.putIfAbsent(id, new Read(place, tag)) != null) {
            throw new TaxonomyException(place.where("") + ": there is another tag of this id");
        }
    }

    private static String required(Place place, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new TaxonomyException(place.where("") + ": " + field + " is missing");
        }
        return value;
    }

    private static <T> T read(Place place, JsonNode node, TypeReference<T> type) {
        try (JsonParser parser = YAML.treeAsTokens(node)) {
            return YAML.readValue(parser, type);
        } catch (JsonMappingException e) {
            var path = new ArrayList<String>();
            e.getPath().forEach(step -> path.add(step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName()));
            String part = String.join(".", path);
            throw new TaxonomyException(place.where(part) + ": " + part + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new TaxonomyException(place.where("") + ": " + e.getMessage());
        }
    }
}
