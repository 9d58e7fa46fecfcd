package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.term.Span;
import java.util.List;

/**
 * A place where a rule holds: a term, or the words of a combination.
 *
 * @param rule the rule's own words; hits of one rule count as repeats of one another
 * @param points with the factor of the place
 * @param inBody whether all of it stands behind the lead
 */
record Hit(Field field, List<Span> spans, String rule, double points, boolean inBody) {
    Hit {
        spans = List.copyOf(spans);
    }

    Span first() {
        return spans.getFirst();
    }

    /** Whether one of its words is within so many tokens; 0 means that they share one. */
    boolean near(Span other, int within) {
        return spans.stream().anyMatch(span -> span.distance(other) <= within);
    }

    int length() {
        return spans.stream().mapToInt(span -> span.last() - span.first() + 1).sum();
    }
}
