package caspianwatch.web.desk;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Filters.Reading.Filter;
import caspianwatch.web.view.NewestFirst;
import caspianwatch.web.view.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a filter finds in memory: a page of rows, and how many there are of each tag, language and source.
 *
 * @param hits at most a page, newest first
 * @param more whether older ones match too
 * @param matched of the articles looked at
 * @param looked articles looked at; all of them unless the time was over
 * @param oldest first-seen time of the oldest article looked at; null where there was none
 */
record Scan(List<Hit> hits, boolean more, int matched, int looked, boolean whole, @Nullable Instant oldest,
        Map<String, Integer> tags, Map<String, Integer> languages, Map<String, Integer> sources) {
    static final int PAGE = 50;
    /** Counting stops here, so that a slow query cannot hold a page; the page's own rows are always looked for. */
    private static final Duration BUDGET = Duration.ofMillis(80);

    /** An article and the words for which the filter took it. */
    record Hit(TaggedArticle article, List<Evidence> found) {}

    static Scan of(NewestFirst<TaggedArticle> articles, Filter filter, @Nullable Position before) {
        long end = System.nanoTime() + BUDGET.toNanos();
        var hits = new ArrayList<Hit>();
        var tags = new TreeMap<String, Integer>();
        var languages = new TreeMap<String, Integer>();
        var sources = new TreeMap<String, Integer>();
        boolean more = false;
        int matched = 0;
        int looked = 0;
        Instant oldest = null;
        Iterator<TaggedArticle> all = articles.stream().iterator();
        while (all.hasNext() && (!more || System.nanoTime() < end)) {
            var article = all.next();
            looked++;
            oldest = article.article().firstSeen();
            var found = filter.match(article);
            if (found.isEmpty()) {
                continue;
            }
            matched++;
            article.tags().forEach(tag -> tags.merge(tag.id(), 1, Integer::sum));
            languages.merge(article.language(), 1, Integer::sum);
            sources.merge(article.article().source().title(), 1, Integer::sum);
            if (before == null || articles.positionOf(article).compareTo(before) > 0) {
                if (hits.size() < PAGE) {
                    hits.add(new Hit(article, found.get()));
                } else {
                    more = true;
                }
            }
        }
        return new Scan(List.copyOf(hits), more, matched, looked, !all.hasNext(), oldest, tags, languages, sources);
    }
}
