package caspianwatch.app.newswire;

import caspianwatch.contract.Feed;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything the demo newswire will ever publish, in the order in which it does. */
record Script(List<Outlet> feeds, List<Report> articles) {
    /** Published before anybody looks. */
    static final int BACKLOG = 41;

    /** An invented outlet and how its feed is written. */
    record Outlet(String id, String title, String country, String language, Feed.Kind kind,
            Feed.Reliability reliability, Format format, Charset charset) {}

    /** The dialects of feeds. */
    enum Format {
        RSS2, ATOM, RDF
    }

    /**
     * A report.
     *
     * @param html whether the text is markup; else it is plain, paragraphs separated by a blank line
     * @param corrects the report whose entry this one replaces
     */
    @JsonIgnoreProperties({"copyOf", "expect"})
    record Report(String id, String feed, String title, String text, @Nullable String author,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> categories, boolean html, @Nullable String corrects) {
        Report {
            text = text.strip();
            categories = List.copyOf(categories);
        }

        /** The id of the entry: a correction has that of the report it corrects. */
        String entryId() {
            return corrects == null ? id : corrects;
        }
    }

    /** The script that ships with the program. */
    static Script builtIn() {
        try (InputStream file = Script.class.getResourceAsStream("/newswire/newswire.yaml")) {
            return read(Objects.requireNonNull(file, "newswire.yaml is not in the program"));
        } catch (IOException e) {
            throw new UncheckedIOException("newswire.yaml cannot be read", e);
        }
    }

    private static Script read(InputStream yaml) throws IOException {
        return YAMLMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build().readValue(yaml,
                Script.class);
    }
}
