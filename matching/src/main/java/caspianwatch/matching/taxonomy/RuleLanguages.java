package caspianwatch.matching.taxonomy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** In which languages a tag has words: in its terms, its sets, or every set of a combination. */
final class RuleLanguages {
    private RuleLanguages() {}

    static Set<String> of(TagSource tag, Map<String, Map<String, List<String>>> sets) {
        var languages = new TreeSet<String>();
        if (tag.terms() != null) {
            tag.terms().forEach((language, terms) -> {
                if (!terms.isEmpty()) {
                    languages.add(language);
                }
            });
        }
        if (tag.sets() != null) {
            tag.sets().keySet().forEach(name -> languages.addAll(languages(sets, name)));
        }
        if (tag.near() != null) {
            for (var near : tag.near()) {
                var all = new TreeSet<>(languages(sets, near.of().getFirst()));
                near.of().forEach(name -> all.retainAll(languages(sets, name)));
                languages.addAll(all);
            }
        }
        return languages;
    }

    private static Set<String> languages(Map<String, Map<String, List<String>>> sets, String name) {
        var languages = new TreeSet<String>();
        sets.getOrDefault(name, Map.of()).forEach((language, words) -> {
            if (!words.isEmpty()) {
                languages.add(language);
            }
        });
        return languages;
    }
}
