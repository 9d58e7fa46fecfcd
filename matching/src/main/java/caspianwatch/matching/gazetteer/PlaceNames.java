package caspianwatch.matching.gazetteer;

import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.Word;
import caspianwatch.matching.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Which entries that lie somewhere go by some words: by a whole name in any of its forms, or by words in a row of one. */
final class PlaceNames {
    /** Words that stand in the names of more entries, such as "port of", name none of them. */
    private static final int MOST = 8;

    private final WholeNames whole;
    private final Set<String> somewhere = new HashSet<>();
    private final Map<String, Set<String>> parts = new HashMap<>();

    /**
     * @param names gives every name with its entry
     * @param whole the same names
     */
    PlaceNames(Iterable<Map.Entry<Term, GazetteerEntry>> names, WholeNames whole) {
        this.whole = whole;
        for (var name : names) {
            var entry = name.getValue();
            if (entry.latitude() != null) {
                somewhere.add(entry.id());
                inARow(name.getKey(), entry.id(),
                        (words, id) -> parts.computeIfAbsent(words, any -> new HashSet<>()).add(id));
            }
        }
    }

    private static void inARow(Term name, String id, BiConsumer<String, String> each) {
        for (int from = 0; from < name.words().size(); from++) {
            for (int to = from + 1; to <= name.words().size(); to++) {
                each.accept(joined(name.words().subList(from, to)), id);
            }
        }
    }

    private static String joined(Iterable<Word> words) {
        var joined = new StringBuilder();
        words.forEach(word -> joined.append(joined.isEmpty() ? "" : " ").append(word.text()));
        return joined.toString();
    }

    /** The ids. */
    Set<String> of(Term term) {
        var ids = new TreeSet<String>();
        String words = joined(term.words());
        var part = parts.getOrDefault(words, Set.of());
        if (part.size() <= MOST) {
            ids.addAll(part);
        }
        whole.of(Tokens.of(words)).stream().filter(somewhere::contains).forEach(ids::add);
        return ids;
    }
}
