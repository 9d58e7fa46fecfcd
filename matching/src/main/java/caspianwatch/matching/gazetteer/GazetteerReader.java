package caspianwatch.matching.gazetteer;

import caspianwatch.matching.taxonomy.RuleFile;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files; an unknown field, a doubled key or a doubled set is an error that says in which file, line and entry. */
final class GazetteerReader {
    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** An entry and where it stands. */
    record Read(String file, int line, String kind, EntrySource entry, @Nullable List<EntrySource.Need> needsOfFile,
            EntrySource.@Nullable Examples examplesOfFile) {
        String where() {
            return file + ":" + line + ", entry " + (entry.id() == null ? "without id" : entry.id());
        }
    }

    final Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
    final List<Read> entries = new ArrayList<>();

    private GazetteerReader() {}

    static GazetteerReader of(List<RuleFile> files) {
        var reader = new GazetteerReader();
        files.forEach(reader::file);
        return reader;
    }

    private void file(RuleFile file) {
        try (JsonParser parser = YAML.createParser(file.yaml())) {
            try {
                new FileParts(file.name(), parser).read();
            } catch (JsonProcessingException e) {
                var place = e.getLocation();
                throw new GazetteerException(file.name() + ":" + (place == null ? "?" : place.getLineNr()) + ": "
                        + e.getOriginalMessage());
            }
        } catch (IOException e) {
            throw new GazetteerException(file.name() + ": " + e.getMessage());
        }
    }

    /** The parts of one file, in the order in which they must stand: what an entry falls back on comes before it. */
    private final class FileParts {
        private final String file;
        private final JsonParser parser;
        private String kind = "";
        private @Nullable List<EntrySource.Need> needs;
        private EntrySource.@Nullable Examples examples;

        FileParts(String file, JsonParser parser) {
            this.file = file;
            this.parser = parser;
        }

        void read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new GazetteerException(file + ":1: a file has fields");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String part = parser.currentName();
                int line = parser.currentTokenLocation().getLineNr();
                parser.nextToken();
                switch (part) {
                    case "kind" -> kind = parser.getText();
                    case "sets" -> sets(line, YAML.readValue(parser, new TypeReference<>() {
                    }));
                    case "needs" -> needs = YAML.readValue(parser, new TypeReference<List<EntrySource.Need>>() {
                    });
                    case "examples" -> examples = YAML.readValue(parser, EntrySource.Examples.class);
                    case "entries" -> entries(line);
                    default -> throw new GazetteerException(file + ":" + line + ": unknown field \"" + part + "\"");
                }
            }
        }

        private void sets(int line, Map<String, Map<String, List<String>>> more) {
            more.forEach((name, words) -> {
                if (sets.putIfAbsent(name, words) != null) {
                    throw new GazetteerException(file + ":" + line + ": there is another set \"" + name + "\"");
                }
            });
        }

        private void entries(int at) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new GazetteerException(file + ":" + at + ": entries are a list");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                entries.add(new Read(file, line, kind, YAML.readValue(parser, EntrySource.class), needs, examples));
            }
        }
    }
}
