package caspianwatch.matching.why;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence;
import java.util.List;

/** Why an article has a tag or matches a query, or what it lacks. */
public sealed interface Explanation {
    /** Whether there is anything to look for: false where the tag was given or the query matches. */
    boolean lacks();

    /**
     * Of a tag with rules that give points.
     *
     * @param points reached, what is missing in the article as a whole left aside
     * @param threshold needed for this basis
     * @param basis how much of the story the article brought
     * @param counted the words that counted, in text order, with their points
     * @param stopped words that a guard kept from counting
     * @param needs of which one must be there and none is: sets of words, or {@code tag:id}; empty where nothing is missing
     * @param vetoes the tag that rules this one out; empty where none does
     * @param nearly combinations that nearly hold, the one with most points first
     */
    record OfTag(String tag, boolean given, double points, double threshold, TextBasis basis, List<Evidence> counted,
            List<Stopped> stopped, List<String> needs, String vetoes, List<Nearly> nearly) implements Explanation {
        @Override
        public boolean lacks() {
            return !given;
        }
    }

    /** Words that would have counted, and what stopped them. */
    record Stopped(Evidence words, String by) {}

    /**
     * A combination of which a part is there.
     *
     * @param points that it would bring in the title or lead
     * @param lacking in words
     */
    record Nearly(String rule, double points, String lacking) {}

    /**
     * Of a query, or of a tag that a query over other tags gives.
     *
     * @param of {@code tag:id}, or the query itself
     * @param query in canonical text
     * @param missing the fewest clauses that would have to hold as well
     * @param held what the clauses that hold have as evidence
     */
    record OfQuery(String of, String query, boolean matches, List<Missing> missing,
            List<Evidence> held) implements Explanation {
        @Override
        public boolean lacks() {
            return !matches;
        }

        /** Whether exactly one clause is missing. */
        public boolean isNearMiss() {
            return missing.size() == 1;
        }
    }
}
