package caspianwatch.matching.term;

import caspianwatch.matching.language.Endings;
import caspianwatch.matching.language.LatinKazakh;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kazakh terms, found in texts that are written in Latin letters: terms and texts are brought to one plain spelling, word for
 * word, so that what is found stands at the same places in the text as it was written. Nothing is made before the first such text.
 */
public final class LatinKazakhTerms {
    /** Stands for a word that is not written in Latin letters; no term has it. */
    private static final String OTHER = "0x";

    private final Set<Term> terms = new LinkedHashSet<>();
    private final Map<LatinKazakh.Distinctions, Plain> plain = new HashMap<>();

    /** The terms in a plain spelling, and which terms each of them is. */
    private record Plain(Lexicon lexicon, Map<Term, List<Term>> terms, Set<Term> all) {}

    /** Adds a Kazakh term. */
    public synchronized void add(Term term) {
        if (terms.add(term)) {
            plain.clear();
        }
    }

    /** Whether more words of a text begin with a Latin letter than with a Cyrillic one. */
    public static boolean isLatin(Tokens tokens) {
        int balance = 0;
        for (int i = 0; i < tokens.size(); i++) {
            char first = tokens.letters()[tokens.from(i)];
            balance += first >= 'a' && first <= 'z' ? 1 : first >= '\u0400' && first < '\u0530' ? -1 : 0;
        }
        return balance > 0;
    }

    /**
     * What was found already, and every Kazakh term that the words are in another spelling. A word that is one is no single
     * word of another language: tengiz is the sea, and no field.
     */
    public Found with(Found found, Tokens tokens, LatinKazakh.Distinctions told) {
        var known = plain(told);
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String word = LatinKazakh.plain(tokens.slice(i, i), told);
            text.append(word.isEmpty() ? OTHER : word).append(' ');
        }
        var more = known.lexicon.find(Tokens.of(text.toString()));
        Map<Term, List<Span>> spans = new HashMap<>();
        var kazakh = new BitSet();
        more.terms().forEach(term -> more.of(term).forEach(span -> kazakh.set(span.first(), span.last() + 1)));
        for (var term : found.terms()) {
            boolean foreign = term.words().size() == 1 && !known.all.contains(term);
            var places = found.of(term).stream().filter(span -> !foreign || !kazakh.get(span.first())).toList();
            if (!places.isEmpty()) {
                spans.put(term, new ArrayList<>(places));
            }
        }
        more.terms().forEach(spelling -> known.terms.getOrDefault(spelling, List.of())
                .forEach(term -> spans.computeIfAbsent(term, any -> new ArrayList<>()).addAll(more.of(spelling))));
        spans.replaceAll((term, places) -> places.stream().distinct()
                .sorted(Comparator.comparingInt(Span::first).thenComparingInt(Span::last)).toList());
        return new Found(spans);
    }

    private synchronized Plain plain(LatinKazakh.Distinctions told) {
        return plain.computeIfAbsent(told, any -> {
            var made = new Plain(new Lexicon(), new HashMap<>(), Set.copyOf(terms));
            for (var term : terms) {
                var spelling = spelling(term, told);
                if (spelling != null) {
                    made.lexicon.add(spelling);
                    made.terms.computeIfAbsent(spelling, none -> new ArrayList<>()).add(term);
                }
            }
            return made;
        });
    }

    /** A term in plain spelling; null where one of its words has none. */
    private static @Nullable Term spelling(Term term, LatinKazakh.Distinctions told) {
        var words = new ArrayList<Word>();
        for (var word : term.words()) {
            String text = LatinKazakh.plain(word.text(), told);
            if (text.isEmpty() || word.written() != null) {
                return null;
            }
            words.add(new Word(text, word.endings() == null ? null : Endings.LATIN_KAZAKH, null));
        }
        return Term.of(words);
    }
}
