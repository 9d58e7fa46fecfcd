package caspianwatch.matching.index;

import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.term.Batch;
import caspianwatch.matching.term.Word;
import caspianwatch.matching.term.WordTable;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of all queries: words, and facts besides words, as numbers from 1. A key that no query uses any more keeps its number
 * until {@link #forget}. One thread changes it, any number look up.
 */
final class Vocabulary {
    /** The key that every article has. */
    static final int ALWAYS = 1;

    private final WordTable words = new WordTable();
    private final Map<Kind, Map<String, Integer>> facts = new EnumMap<>(Kind.class);
    private final Rarity rarity = new Rarity();
    /** How many uses a key has. */
    private int[] uses = new int[64];
    private int count;
    private int live;
    private int total;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    /** Keys without uses, and the version of the index from which on they have none. */
    private final Map<Integer, Long> unused = new HashMap<>();
    private volatile int longestSource;

    Vocabulary() {
        for (var kind : Kind.values()) {
            facts.put(kind, new ConcurrentHashMap<>());
        }
        use(Fact.ALWAYS);
    }

    /** The key of a word, used once more. */
    int use(Word word) {
        int known = words.number(word);
        if (known != 0) {
            return use(known);
        }
        int key = key(Rarity.expected(word));
        words.add(word, key);
        return use(key);
    }

    /** The key of a fact, used once more. */
    int use(Fact fact) {
        int known = key(fact.kind(), fact.value());
        if (known != 0) {
            return use(known);
        }
        if (fact.kind() == Kind.SOURCE_WORDS) {
            longestSource = Math.max(longestSource, fact.value().split(" ").length);
        }
        int key = key(fact.kind().expected);
        of(fact.kind()).put(fact.value(), key);
        return use(key);
    }

    private int use(int key) {
        total++;
        if (uses[key]++ == 0) {
            live++;
            unused.remove(key);
        }
        return key;
    }

    private int key(float expected) {
        Integer again = free.poll();
        int key = again == null ? ++count : again;
        if (key >= uses.length) {
            uses = Arrays.copyOf(uses, 2 * uses.length);
        }
        rarity.add(key, expected);
        return key;
    }

    /** One use less, from a version of the index on. */
    void release(int key, long version) {
        total--;
        if (--uses[key] == 0) {
            live--;
            unused.put(key, version);
        }
    }

    /** Whether so many keys are unused that it is time to forget them. */
    boolean isStale() {
        return unused.size() > 1000 && unused.size() > live;
    }

    /** Frees the numbers of keys that are used in no version from this one on. Returns them. */
    int[] forget(long version) {
        int[] keys = unused.entrySet().stream().filter(each -> each.getValue() <= version)
                .mapToInt(Map.Entry::getKey).toArray();
        for (int key : keys) {
            unused.remove(key);
            free.add(key);
            uses[key] = -1;
        }
        words.retain(key -> uses[key] >= 0);
        facts.values().forEach(each -> each.values().removeIf(key -> uses[key] < 0));
        for (int key : keys) {
            uses[key] = 0;
        }
        return keys;
    }

    /** The highest key there has been. */
    int highest() {
        return count;
    }

    /** How likely an article is to have a key. */
    double chance(int key) {
        return rarity.chance(key, uses[key], total);
    }

    Rarity rarity() {
        return rarity;
    }

    /** Adds the keys of the words that tokens are: {@link WordTable#find}. */
    void find(Tokens tokens, int position, Batch batch) {
        words.find(tokens, position, batch);
    }

    /** Whether any query asks for a kind of fact. */
    boolean asksFor(Kind kind) {
        return !of(kind).isEmpty();
    }

    /** The key of a fact that an article has; 0 where no query asks for it. */
    int key(Kind kind, String value) {
        return of(kind).getOrDefault(value, 0);
    }

    private Map<String, Integer> of(Kind kind) {
        return Objects.requireNonNull(facts.get(kind));
    }

    /** The most words in which a query names a source; 0 where none does. */
    int longestSource() {
        return longestSource;
    }
}
