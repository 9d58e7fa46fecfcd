package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedDocument.Person;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a feed document; one without a title is given the beginning of its text. */
public record ParsedEntry(@Nullable String id, @Nullable String link, @Nullable Markup title, @Nullable Markup summary,
        @Nullable Markup content, @Nullable Instant published, @Nullable Instant updated, List<Person> authors,
        List<String> categories, List<Enclosure> enclosures, @Nullable String language) {

    /** A file that belongs to the entry; the length is as written, often wrong. */
    public record Enclosure(String url, @Nullable String type, @Nullable String length) {}
}
