package caspianwatch.matching.gazetteer;

import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.text.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which entries go by a whole name, in any of its forms. */
final class WholeNames {
    private final Map<Term, Set<String>> ids = new HashMap<>();
    private final Lexicon lexicon = new Lexicon();

    /** @param names gives every name with its entry */
    WholeNames(Iterable<Map.Entry<Term, GazetteerEntry>> names) {
        for (var name : names) {
            ids.computeIfAbsent(name.getKey(), any -> new HashSet<>()).add(name.getValue().id());
            lexicon.add(name.getKey());
        }
    }

    /** The ids of those whose name is all of these words. */
    Set<String> of(Tokens words) {
        var all = new TreeSet<String>();
        var found = lexicon.find(words);
        for (var name : found.terms()) {
            if (found.of(name).stream().anyMatch(span -> span.first() == 0 && span.last() == words.size() - 1)) {
                all.addAll(ids.getOrDefault(name, Set.of()));
            }
        }
        return all;
    }
}
