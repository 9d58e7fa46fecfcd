package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.term.Span;
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
     * Words that in a language mean that language's own state: the ministry, the navy. Not beside another state's name, on the
     * side where the language puts the owner; nor in the text under a title that names another state only.
     *
     * @param within of the other state's name, in tokens
     * @param owner where the language puts it: before in Turkish, behind in Persian, on either side in Ukrainian
     */
    record Home(String language, TermSet words, TermSet others, int within, Owner owner, double points) {
        String rule() {
            return "at home (" + language + ")";
        }

        /** Whether one of the others owns a word. */
        boolean isOwned(Span word, List<Span> owners) {
            return owners.stream().anyMatch(
                    other -> word.overlaps(other) || (word.distance(other) <= within && owner.isThere(word, other)));
        }
    }

    /** On which side of a word the name of its owner stands. */
    enum Owner {
        PRECEDES, FOLLOWS, EITHER;

        private boolean isThere(Span word, Span other) {
            return switch (this) {
                case PRECEDES -> other.last() < word.first();
                case FOLLOWS -> other.first() > word.last();
                case EITHER -> true;
            };
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
     * @param across for a loose combination of which the title has one half and the first words of the text the other
     */
    record Weights(double title, double lead, double text, double most, double across) {
        double of(Field field, boolean inLead) {
            return switch (field) {
                case TITLE -> title;
                case TEXT -> inLead ? lead : text;
            };
        }
    }
}
