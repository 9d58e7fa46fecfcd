package caspianwatch.matching.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many words every tag has in every language: its own, those of its sets, and those of its combinations where every set
 * of the combination has some.
 */
public record LanguageTable(List<Row> rows) {
    /** The languages in which a mandatory tag must have words. */
    public static final List<String> MANDATORY = List.of("en", "ru", "az", "fa", "tr", "kk", "tk");
    /** The languages in which a mandatory tag should have words. */
    public static final List<String> WANTED = List.of("uk", "ka", "hy", "ar", "de", "fr");

    /**
     * A tag.
     *
     * @param derived whether a query over other tags gives it, so that it needs no words
     * @param words language to how many, without those that have none
     */
    public record Row(String tag, String where, boolean mandatory, boolean derived, Map<String, Integer> words) {
        /** Mandatory languages in which a mandatory tag has no words. */
        public List<String> gaps() {
            return gaps(MANDATORY);
        }

        /** Wanted languages in which a mandatory tag has no words. */
        public List<String> wanted() {
            return gaps(WANTED);
        }

        private List<String> gaps(List<String> languages) {
            return mandatory && !derived
                    ? languages.stream().filter(language -> !words.containsKey(language)).toList()
                    : List.of();
        }
    }

    static LanguageTable of(TaxonomyReader source) {
        var sets = source.words();
        var rows = new ArrayList<Row>();
        source.tags.forEach((id, read) -> {
            var tag = read.tag();
            var words = new TreeMap<String, Integer>();
            if (tag.terms() != null) {
                tag.terms().forEach((language, terms) -> add(words, language, terms.size()));
            }
            if (tag.sets() != null) {
                tag.sets().keySet()
                        .forEach(name -> counts(sets, name).forEach((language, n) -> add(words, language, n)));
            }
            if (tag.near() != null) {
                for (var near : tag.near()) {
                    var counts = near.of().stream().map(name -> counts(sets, name)).toList();
                    counts.getFirst().forEach((language, n) -> {
                        if (counts.stream().allMatch(each -> each.containsKey(language))) {
                            add(words, language, n);
                        }
                    });
                }
            }
            rows.add(new Row(id, read.where(), tag.mandatory(), tag.when() != null, Map.copyOf(words)));
        });
        return new LanguageTable(List.copyOf(rows));
    }

    private static Map<String, Integer> counts(Map<String, Map<String, List<String>>> sets, String name) {
        var counts = new LinkedHashMap<String, Integer>();
        sets.getOrDefault(name, Map.of()).forEach((language, words) -> add(counts, language, words.size()));
        return counts;
    }

    private static void add(Map<String, Integer> words, String language, int count) {
        if (count > 0) {
            words.merge(language, count, Integer::sum);
        }
    }
}
