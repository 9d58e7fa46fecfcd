package caspianwatch.matching.taxonomy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files; an unknown field, a doubled key or a doubled name is an error that says where. */
final class TaxonomyReader {
    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A tag and the file it stands in. */
    record Read(String file, TagSource tag) {
        String where() {
            return file + ", tag " + tag.id();
        }
    }

    final Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
    final Map<String, Read> tags = new LinkedHashMap<>();

    private TaxonomyReader() {}

    static TaxonomyReader of(List<RuleFile> files) {
        var reader = new TaxonomyReader();
        files.forEach(reader::file);
        return reader;
    }

    private void file(RuleFile file) {
        JsonNode root;
        try {
            root = YAML.readTree(file.yaml());
        } catch (JsonProcessingException e) {
            throw new TaxonomyException(file.name() + ": " + e.getMessage());
        }
        for (var part : root.properties()) {
            switch (part.getKey()) {
                case "sets" -> part.getValue().properties().forEach(set -> set(file, set.getKey(), set.getValue()));
                case "tags" -> part.getValue().forEach(tag -> tag(file, tag));
                default -> throw new TaxonomyException(file.name() + ": unknown field \"" + part.getKey() + "\"");
            }
        }
    }

    private void set(RuleFile file, String name, JsonNode node) {
        String where = file.name() + ", set " + name;
        Map<String, List<String>> words = read(where, node, new TypeReference<>() {
        });
        if (sets.putIfAbsent(name, words) != null) {
            throw new TaxonomyException(where + ": there is another set of this name");
        }
    }

    private void tag(RuleFile file, JsonNode node) {
        String where = file.name() + ", tag " + node.path("id").asText("without id");
        TagSource tag = read(where, node, new TypeReference<>() {
        });
        String id = required(where, "id", tag.id());
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new TaxonomyException(where + ": an id has small letters, digits and hyphens");
        }
        required(where, "name", tag.name());
        required(where, "group", tag.group());
        if (!required(where, "colour", tag.colour()).matches("#[0-9a-f]{6}")) {
            throw new TaxonomyException(where + ": colour must look like \"#0a5f70\"");
        }
        if (tags.putIfAbsent(id, new Read(file.name(), tag)) != null) {
            throw new TaxonomyException(where + ": there is another tag of this id");
        }
    }

    private static String required(String where, String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new TaxonomyException(where + ": " + field + " is missing");
        }
        return value;
    }

    private static <T> T read(String where, JsonNode node, TypeReference<T> type) {
        try (JsonParser parser = YAML.treeAsTokens(node)) {
            return YAML.readValue(parser, type);
        } catch (JsonMappingException e) {
            var path = new ArrayList<String>();
            e.getPath().forEach(step -> path.add(step.getFieldName() == null
                    ? String.valueOf(step.getIndex())
                    : step.getFieldName()));
            throw new TaxonomyException(where + ": " + String.join(".", path) + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new TaxonomyException(where + ": " + e.getMessage());
        }
    }
}
