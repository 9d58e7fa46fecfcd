package caspianwatch.matching.index;

import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.term.Lexicon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Queries with what hangs on them, by id. Any number of threads match while one changes it: a change is seen whole by the next
 * match, for a query counts only while it is the one stored under its id.
 *
 * @param <T> what hangs on a query
 */
public final class QueryIndex<T> {
    /** A query in the index; each is equal only to itself. */
    public static final class Entry<T> {
        private final String id;
        private final Node query;
        private final T value;

        private Entry(String id, Node query, T value) {
            this.id = id;
            this.query = query;
            this.value = value;
        }

        /** The query. */
        public Node query() {
            return query;
        }

        /** What hangs on it. */
        public T value() {
            return value;
        }
    }

    private final Map<String, Entry<T>> entries = new ConcurrentHashMap<>();
    private volatile Buckets<T> buckets = new Buckets<>();
    private int stale;

    /** Where the queries hang. The lexicon cannot forget, so all of this is made anew when half of it is stale. */
    private static final class Buckets<T> {
        final Lexicon lexicon = new Lexicon();
        final Map<Key, Set<Entry<T>>> byKey = new ConcurrentHashMap<>();
        final Set<Entry<T>> always = ConcurrentHashMap.newKeySet();

        void add(Entry<T> entry) {
            Shape.words(entry.query).forEach(words -> lexicon.add(words.term()));
            var anchor = Anchor.of(entry.query);
            if (anchor.isEmpty()) {
                always.add(entry);
            } else {
                anchor.get().keys()
                        .forEach(key -> byKey.computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet(1)).add(entry));
            }
        }

        void remove(Entry<T> entry) {
            always.remove(entry);
            Anchor.of(entry.query).ifPresent(anchor -> anchor.keys()
                    .forEach(key -> byKey.computeIfPresent(key, (any, set) -> set.remove(entry) && set.isEmpty()
                            ? null
                            : set)));
        }
    }

    /** Adds or replaces. */
    public synchronized void put(String id, Node query, T value) {
        var entry = new Entry<>(id, query, value);
        buckets.add(entry);
        var older = entries.put(id, entry);
        if (older != null) {
            forget(older);
        }
    }

    /** Removes, if it is there. */
    public synchronized void remove(String id) {
        var older = entries.remove(id);
        if (older != null) {
            forget(older);
        }
    }

    /** How many it holds. */
    public int size() {
        return entries.size();
    }

    /**
     * The queries that the article matches.
     *
     * @param view makes the article's view with the lexicon that it is given
     * @param wanted leaves out entries for what the article is, before their query is looked at
     * @param found gets every match together with the view
     */
    public <R> List<R> match(Function<Lexicon, ArticleView> view, Predicate<Entry<T>> wanted,
            Found<T, R> found) {
        var now = buckets;
        var article = view.apply(now.lexicon);
        var matches = new ArrayList<R>();
        for (var entry : candidates(now, article)) {
            if (entry == entries.get(entry.id) && wanted.test(entry)
                    && Evaluation.matches(entry.query, article)) {
                matches.add(found.of(entry, article));
            }
        }
        return matches;
    }

    /** What becomes of a match. */
    public interface Found<T, R> {
        R of(Entry<T> entry, ArticleView article);
    }

    private static <T> Set<Entry<T>> candidates(Buckets<T> buckets, ArticleView article) {
        var candidates = new HashSet<>(buckets.always);
        for (var key : keys(article)) {
            Collection<Entry<T>> hanging = buckets.byKey.getOrDefault(key, Set.of());
            candidates.addAll(hanging);
        }
        return candidates;
    }

    private static List<Key> keys(ArticleView article) {
        var keys = new ArrayList<Key>();
        article.inTitle().terms().forEach(term -> keys.add(new Key.OfTerm(term)));
        article.inText().terms().forEach(term -> keys.add(new Key.OfTerm(term)));
        article.tags().keySet().forEach(id -> keys.add(new Key.OfTag(id)));
        keys.add(new Key.OfAttribute(Node.Attribute.LANGUAGE, article.value(Node.Attribute.LANGUAGE)));
        keys.add(new Key.OfAttribute(Node.Attribute.COUNTRY, article.value(Node.Attribute.COUNTRY)));
        return keys;
    }

    private void forget(Entry<T> entry) {
        stale++;
        if (stale > 1000 && stale > entries.size()) {
            var fresh = new Buckets<T>();
            entries.values().forEach(fresh::add);
            buckets = fresh;
            stale = 0;
        } else {
            buckets.remove(entry);
        }
    }
}
