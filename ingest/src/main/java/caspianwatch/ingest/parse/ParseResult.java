package caspianwatch.ingest.parse;

import java.util.List;

/** What reading a document came to. */
public sealed interface ParseResult {
    /** A feed, perhaps without entries. */
    record Parsed(ParsedDocument document) implements ParseResult {}

    /**
     * Not a feed, or not to be read at all.
     *
     * @param reason a phrase for people, such as {@code an HTML page}
     * @param announced the feeds that an HTML page names in its head
     */
    record Refused(String reason, List<String> announced) implements ParseResult {}
}
