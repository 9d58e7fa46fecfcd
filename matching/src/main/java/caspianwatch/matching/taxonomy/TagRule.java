package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tag's rule, ready to score.
 *
 * @param file where it stands
 * @param parent the id of the wider tag; null at the top
 * @param severity 1 to 5
 * @param hidden whether it only serves other rules and is never given
 */
public record TagRule(String file, String id, String name, String group, String colour, @Nullable String parent,
        int severity, boolean hidden, Reason reason) {
    /** What gives the tag. */
    public sealed interface Reason {}

    /** A query over other tags. */
    record When(Node query) implements Reason {}

    /** Terms with points. */
    record Points(Map<Term, Double> terms, List<Near> near, List<Home> homes, Guard guard, List<String> unless,
            List<Exclude> excludes, Threshold threshold, Weights weights) implements Reason {}

    /**
     * Words that in a language mean that language's own state, where no other state's name is near: the ministry, the navy.
     *
     * @param within of the other state's name, in tokens
     */
    record Home(String language, TermSet words, TermSet others, int within, double points) {
        String rule() {
            return "at home (" + language + ")";
        }
    }

    /** Groups of terms, of which one each must be near the others. */
    record Near(List<TermSet> of, int within, double points, String rule) {}

    /** What else must be there; nothing where both are empty. */
    record Guard(TermSet words, List<String> tags, int within, List<String> names) {
        boolean isOpen() {
            return words.isEmpty() && tags.isEmpty();
        }
    }

    record Exclude(TermSet words, int within) {}

    record Threshold(double title, double summary, double full) {
        double of(TextBasis basis) {
            return switch (basis) {
                case TITLE -> title;
                case SUMMARY -> summary;
                case FULL -> full;
            };
        }
    }

    /**
     * Factors by place.
     *
     * @param most what all hits behind the lead together can bring, as a part of the threshold
     */
    record Weights(double title, double lead, double text, double most) {
        double of(Field field, boolean inLead) {
            return switch (field) {
                case TITLE -> title;
                case TEXT -> inLead ? lead : text;
            };
        }
    }
}
