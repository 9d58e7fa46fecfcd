package caspianwatch.contract;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Our canonical news item.
 *
 * @param id derived from the feed and the entry's own id, else its link, else its content
 * @param source the feed it came from, as it was then
 * @param url the link as published, else the page of the outlet; null where there is neither
 * @param canonicalUrl the link without tracking parameters and fragment
 * @param title plain text; may be empty where only a text was published
 * @param text plain text, paragraphs separated by a blank line; offsets of evidence count its UTF-16 code units
 * @param basis how much of the story {@code text} is
 * @param languageHint what the feed says, never trusted
 * @param published the publisher's time clamped to [firstSeen - 30 days, firstSeen + 5 min]; null where it gave none
 * @param firstSeen when we first read the entry; it does not change with a revision
 * @param fetched when this revision was read
 * @param revision 1 for the first, one more for each change of title or text
 * @param contentHash of title and text
 * @param media addresses of pictures and enclosures
 * @param truncated whether the text was cut to our limit
 */
public record Article(String id, Source source, @Nullable URI url, @Nullable URI canonicalUrl, String title,
        String text, TextBasis basis, @Nullable String languageHint, @Nullable String author,
        @Nullable Instant published, Instant firstSeen, Instant fetched, int revision, String contentHash,
        List<URI> media, boolean truncated) {

    /** The feed of an article, as far as a reader needs it: the key of the feed's topic, and what the desk shows of it. */
    public record Source(String feedKey, String title, String country) {}

    /** How much of the story an entry brought. */
    public enum TextBasis {
        TITLE, SUMMARY, FULL
    }

    /** The instant that orders articles for readers: the publisher's, else when we first saw it. */
    public Instant eventTime() {
        return published == null ? firstSeen : published;
    }
}
