package caspianwatch.matching.term;

import caspianwatch.matching.language.Endings;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Many terms, found in one pass: a token looks up itself and each of its beginnings, so the number of terms does not
 * count. It only grows; any number of threads may find while one adds.
 */
public final class Lexicon {
    private record Exact(int word, @Nullable String written) {}

    private record Stem(int word, Set<String> endings, boolean afterProclitic) {}

    private record Rest(Term term, List<Integer> words) {}

    private final Map<Word, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Term, Boolean> known = new ConcurrentHashMap<>();
    private final Map<String, List<Exact>> exacts = new ConcurrentHashMap<>();
    private final Map<String, List<Stem>> stems = new ConcurrentHashMap<>();
    private final Map<Integer, List<Rest>> byFirst = new ConcurrentHashMap<>();

    /** Adds a term; nothing where it is known already. */
    public synchronized void add(Term term) {
        if (known.putIfAbsent(term, true) != null) {
            return;
        }
        var words = term.words().stream().map(this::id).toList();
        append(byFirst, words.getFirst(), new Rest(term, words));
    }

    /** Finds every term. */
    public Found find(Tokens tokens) {
        var at = new ArrayList<List<Integer>>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            at.add(words(tokens, i));
        }
        Map<Term, List<Span>> spans = new HashMap<>();
        for (int i = 0; i < at.size(); i++) {
            for (int word : at.get(i)) {
                for (var rest : byFirst.getOrDefault(word, List.of())) {
                    if (follows(rest.words, at, i)) {
                        spans.computeIfAbsent(rest.term, any -> new ArrayList<>())
                                .add(new Span(i, i + rest.words.size() - 1));
                    }
                }
            }
        }
        return new Found(spans);
    }

    private static boolean follows(List<Integer> words, List<List<Integer>> at, int from) {
        if (from + words.size() > at.size()) {
            return false;
        }
        for (int k = 1; k < words.size(); k++) {
            if (!at.get(from + k).contains(words.get(k))) {
                return false;
            }
        }
        return true;
    }

    private int id(Word word) {
        Integer known = ids.get(word);
        if (known != null) {
            return known;
        }
        int id = ids.size();
        ids.put(word, id);
        String endings = word.endings();
        if (endings == null) {
            append(exacts, word.text(), new Exact(id, word.written()));
            return id;
        }
        Endings.of(endings).orElseThrow().forms(word.text())
                .forEach(form -> append(stems, form.stem(), new Stem(id, form.endings(), form.afterProclitic())));
        return id;
    }

    /** The known words that a token is, each once. */
    private List<Integer> words(Tokens tokens, int at) {
        String token = tokens.word(at);
        List<Integer> words = new ArrayList<>(2);
        int apostrophe = token.lastIndexOf('\'');
        exacts(token, tokens, at, words);
        if (apostrophe > 0) {
            exacts(token.substring(0, apostrophe), tokens, at, words);
        }
        stems(token, 0, words);
        if (isArabic(token.charAt(0))) {
            for (String proclitic : Endings.arabicProclitics()) {
                if (token.startsWith(proclitic)) {
                    stems(token, proclitic.length(), words);
                }
            }
        }
        return words;
    }

    private void exacts(String text, Tokens tokens, int at, List<Integer> words) {
        for (var exact : exacts.getOrDefault(text, List.of())) {
            if (exact.written == null || tokens.text().startsWith(exact.written, tokens.start(at))) {
                once(exact.word, words);
            }
        }
    }

    private void stems(String token, int from, List<Integer> words) {
        for (int to = from + 1; to <= token.length(); to++) {
            var candidates = stems.get(token.substring(from, to));
            if (candidates == null) {
                continue;
            }
            // Hazar'ın, Hazar Denizi'nde, navy's: a suffix may be set off.
            String ending = token.substring(to).replace("'", "");
            for (var stem : candidates) {
                if ((from == 0 || stem.afterProclitic) && stem.endings.contains(ending)) {
                    once(stem.word, words);
                }
            }
        }
    }

    private static void once(int word, List<Integer> words) {
        if (!words.contains(word)) {
            words.add(word);
        }
    }

    private static boolean isArabic(char c) {
        return c >= '\u0600' && c <= '\u06FF';
    }

    /** Lists are replaced, never changed, for readers hold them. */
    private static <K, V> void append(Map<K, List<V>> map, K key, V value) {
        var longer = new ArrayList<>(map.getOrDefault(key, List.of()));
        longer.add(value);
        map.put(key, List.copyOf(longer));
    }
}
