package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.TermSet;
import caspianwatch.matching.why.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The combinations of a tag of which all but a little is there: one set has no word, or the words stand too far apart. */
final class NearRules {
    private static final int MOST = 5;

    private NearRules() {}

    static List<Explanation.Nearly> of(TagRule.Points rule, ArticleView view) {
        return rule.near().stream().flatMap(near -> lacking(near, view)
                .map(lacking -> new Explanation.Nearly(near.rule(), near.points(), lacking)).stream())
                .sorted(Comparator.comparingDouble(Explanation.Nearly::points).reversed()).limit(MOST).toList();
    }

    /** What it lacks in words; empty where it holds, or lacks more than one set. */
    private static Optional<String> lacking(TagRule.Near near, ArticleView view) {
        var names = near.rule().split(" NEAR/" + near.within() + " ", -1);
        var absent = new ArrayList<String>();
        for (int i = 0; i < names.length; i++) {
            if (!isThere(near.of().get(i), view)) {
                absent.add(names[i]);
            }
        }
        if (!absent.isEmpty()) {
            return absent.size() == 1 && names.length > absent.size()
                    ? Optional.of("no word of " + absent.getFirst() + " is there")
                    : Optional.empty();
        }
        int reach = Stream.of(Field.values()).mapToInt(field -> reach(near, view, field)).min().orElseThrow();
        return reach <= near.within()
                ? Optional.empty()
                : Optional.of(reach == Integer.MAX_VALUE
                        ? "they do not stand in the same field"
                        : reach + " words apart, " + near.within() + " would do");
    }

    private static boolean isThere(TermSet set, ArticleView view) {
        return Stream.of(Field.values()).anyMatch(field -> !view.found(field).of(set).isEmpty());
    }

    /** The least distance within which each set has a word near one word of the first; the largest int where a set has none. */
    private static int reach(TagRule.Near near, ArticleView view, Field field) {
        int best = Integer.MAX_VALUE;
        for (var first : view.found(field).of(near.of().getFirst())) {
            int farthest = 0;
            for (var set : near.of().subList(1, near.of().size())) {
                farthest = Math.max(farthest, closest(first, view.found(field).of(set)));
            }
            best = Math.min(best, farthest);
        }
        return best;
    }

    private static int closest(Span first, List<Span> places) {
        return places.stream().filter(place -> !place.overlaps(first)).mapToInt(first::distance).min()
                .orElse(Integer.MAX_VALUE);
    }
}
