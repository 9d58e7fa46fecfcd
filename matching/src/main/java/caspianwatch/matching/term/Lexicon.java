package caspianwatch.matching.term;

import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Many terms, found in one pass, so that their number does not count. Complete before it is shared. */
public final class Lexicon {
    private static final Rest[] NONE = {};

    /** A term by the numbers of its words. */
    private record Rest(Term term, int[] words) {}

    private final WordTable table = new WordTable();
    private final Map<Word, Integer> numbers = new HashMap<>();
    private final Set<Term> known = new HashSet<>();
    /** Terms by their first word. */
    private Rest[][] byFirst = new Rest[8][];

    /** Adds a term; nothing where it is known already. */
    public void add(Term term) {
        if (!known.add(term)) {
            return;
        }
        int[] words = term.words().stream().mapToInt(this::number).toArray();
        int first = words[0];
        if (first >= byFirst.length) {
            byFirst = Arrays.copyOf(byFirst, Math.max(first + 1, 2 * byFirst.length));
        }
        var begins = byFirst[first] == null ? NONE : byFirst[first];
        var more = Arrays.copyOf(begins, begins.length + 1);
        more[begins.length] = new Rest(term, words);
        byFirst[first] = more;
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
        int at = 0;
        for (int i = 0; i < ends.length; i++) {
            for (; at < ends[i]; at++) {
                var begins = ids.get(at) < byFirst.length ? byFirst[ids.get(at)] : NONE;
                for (var rest : begins == null ? NONE : begins) {
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
