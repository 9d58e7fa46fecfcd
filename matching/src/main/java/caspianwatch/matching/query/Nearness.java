package caspianwatch.matching.query;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The two sides of a NEAR in one field. */
final class Nearness {
    private Nearness() {}

    static boolean holds(Node.Near near, ArticleView view, Field field) {
        return !spans(near, view, field, 1).isEmpty();
    }

    /**
     * The places of either side that lie near one of the other; places that overlap are one word, not two near ones. Of
     * thousands, the first in text order are among those that come out, and it costs no more than to find those.
     *
     * @param first how many
     */
    static Set<Span> spans(Node.Near near, ArticleView view, Field field, int first) {
        var rights = places(near.right(), view, field);
        var spans = new LinkedHashSet<Span>();
        for (var left : places(near.left(), view, field)) {
            // No later place of the left side has a right one before this.
            if (spans.size() >= first && before(left.first() - near.within() - Term.MAX_WORDS, spans) >= first) {
                break;
            }
            for (var right : left.around(rights, near.within())) {
                if (!left.overlaps(right) && left.distance(right) <= near.within()) {
                    spans.add(left);
                    spans.add(right);
                }
            }
        }
        return spans;
    }

    private static long before(int token, Set<Span> spans) {
        return spans.stream().filter(span -> span.first() < token).count();
    }

    private static List<Span> places(Node side, ArticleView view, Field field) {
        var places = new ArrayList<Span>();
        Shape.words(side).forEach(words -> places.addAll(view.found(field).of(words.term())));
        places.sort(Comparator.comparingInt(Span::first));
        return places;
    }
}
