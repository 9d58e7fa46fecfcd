package caspianwatch.ingest.entries;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article but for what only the memory of its feed knows: when it was first seen, and which revision this is.
 *
 * @param key what tells the entry from the others of its feed, at every poll the same
 * @param dated the publisher's time as written, not yet clamped
 */
public record Draft(String key, @Nullable URI url, @Nullable URI canonicalUrl, String title, String text,
        TextBasis basis, @Nullable String languageHint, @Nullable String author, @Nullable Instant dated,
        String contentHash, List<URI> media, boolean truncated) {
    private static final Duration OLDEST = Duration.ofDays(30);
    private static final Duration NEWEST = Duration.ofMinutes(5);

    /** The article. A date of the publisher's can move it back by 30 days and ahead by 5 minutes, not further. */
    public Article article(Feed feed, Instant firstSeen, Instant fetched, int revision) {
        return new Article(Ids.of(feed.id(), key), new Article.Source(feed.key(), feed.title(), feed.country()), url,
                canonicalUrl, title, text, basis, languageHint, author,
                dated == null ? null : clamped(dated, firstSeen),
                firstSeen, fetched, revision, contentHash, media, truncated);
    }

    private static Instant clamped(Instant dated, Instant firstSeen) {
        Instant earliest = firstSeen.minus(OLDEST);
        Instant latest = firstSeen.plus(NEWEST);
        return dated.isBefore(earliest) ? earliest : dated.isAfter(latest) ? latest : dated;
    }
}
