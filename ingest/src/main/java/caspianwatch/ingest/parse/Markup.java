package caspianwatch.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with the kind that the publisher meant: what is plain must not be read as HTML, or its angle brackets are lost.
 *
 * @param base what its relative links are relative to; null where nothing is known
 */
public record Markup(String value, Kind kind, @Nullable String base) {
    private static final Pattern LOOKS_LIKE_HTML = Pattern
            .compile("</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);");

    /** How the value is to be read. */
    public enum Kind {
        PLAIN, HTML
    }

    /** Plain text as it stands. */
    public static Markup plain(String value) {
        return new Markup(value, Kind.PLAIN, null);
    }

    /** HTML as it stands. */
    public static Markup html(String value) {
        return new Markup(value, Kind.HTML, null);
    }

    /** Where the format does not say: HTML if there is a tag or an entity in it. RSS never says. */
    static Markup guess(String value) {
        return new Markup(value, LOOKS_LIKE_HTML.matcher(value).find() ? Kind.HTML : Kind.PLAIN, null);
    }

    Markup relativeTo(@Nullable String address) {
        return new Markup(value, kind, address);
    }
}
