package caspianwatch.matching.term;

import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Many terms, found in one pass, so that their number does not count. It only grows; any number of threads find meanwhile. */
public final class Lexicon {
    private static final Rest[] NONE = {};

    /** A term by the numbers of its words. */
    private static final class Rest {
        final Term term;
        final int[] words;

        Rest(Term term, int[] words) {
            this.term = term;
            this.words = words;
        }
    }

    private final WordTable table = new WordTable();
    private final Map<Word, Integer> numbers = new HashMap<>();
    private final Set<Term> known = new HashSet<>();
    /** Terms by their first word. */
    private volatile AtomicReferenceArray<Rest @Nullable []> byFirst = new AtomicReferenceArray<>(8);

    /** Adds a term; nothing where it is known already. */
    public synchronized void add(Term term) {
        if (!known.add(term)) {
            return;
        }
        int[] words = term.words().stream().mapToInt(this::number).toArray();
        int first = words[0];
        if (first >= byFirst.length()) {
            var longer = new AtomicReferenceArray<Rest @Nullable []>(Math.max(first + 1, 2 * byFirst.length()));
            for (int i = 0; i < byFirst.length(); i++) {
                longer.set(i, byFirst.get(i));
            }
            byFirst = longer;
        }
        var others = beginning(byFirst, first);
        var more = Arrays.copyOf(others, others.length + 1);
        more[others.length] = new Rest(term, words);
        byFirst.set(first, more);
    }

    /** The terms that begin with a word. */
    private static Rest[] beginning(AtomicReferenceArray<Rest @Nullable []> byFirst, int word) {
        var terms = word < byFirst.length() ? byFirst.get(word) : null;
        return terms == null ? NONE : terms;
    }

    /** Finds every term. */
    public Found find(Tokens tokens) {
        var ids = new Ids();
        int[] ends = new int[tokens.size()];
        for (int i = 0; i < ends.length; i++) {
            table.find(tokens, i, ids);
            ends[i] = ids.size();
        }
        Map<Term, List<Span>> spans = new HashMap<>();
        var terms = byFirst;
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            for (; at < ends[i]; at++) {
                for (var rest : beginning(terms, ids.get(at))) {
                    if (follows(rest.words, ids, ends, i)) {
                        spans.computeIfAbsent(rest.term, any -> new ArrayList<>())
                                .add(new Span(i, i + rest.words.length - 1));
                    }
                }
            }
        }
        return new Found(spans);
    }

    private static boolean follows(int[] words, Ids ids, int[] ends, int from) {
        if (from + words.length > ends.length) {
            return false;
        }
        for (int k = 1; k < words.length; k++) {
            if (!isOneOf(words[k], ids, ends[from + k - 1], ends[from + k])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(int word, Ids ids, int from, int to) {
        for (int i = from; i < to; i++) {
            if (ids.get(i) == word) {
                return true;
            }
        }
        return false;
    }

    private int number(Word word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        numbers.put(word, number);
        table.add(word, number);
        return number;
    }
}
