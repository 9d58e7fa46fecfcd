package caspianwatch.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed document as read; links are absolute where a base was known.
 *
 * @param format the word of the format, such as {@code rss 2.0}, {@code rdf}, {@code atom}, {@code json feed 1.1}
 * @param pace when its publisher wants to be asked again
 * @param problems what had to be repaired or was lost, one phrase each
 */
public record ParsedDocument(String format, @Nullable Markup title, @Nullable String link,
        @Nullable Markup description, @Nullable String id, @Nullable String language, @Nullable Instant published,
        @Nullable Instant updated, List<Person> authors, List<String> categories, List<ParsedEntry> entries,
        List<String> problems, Pace pace) {

    /** The problem of a document that ends within an entry. */
    static final String BREAKS_OFF = "breaks off within the last entry";

    /** Whether the last entry is only a part of what was written. */
    public boolean breaksOff() {
        return problems.contains(BREAKS_OFF);
    }

    /** The name of a writer, an address for mail and one of the web, as far as given. */
    public record Person(@Nullable String name, @Nullable String email, @Nullable String url) {}
}
