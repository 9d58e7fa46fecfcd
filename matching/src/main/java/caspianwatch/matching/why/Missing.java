package caspianwatch.matching.why;

import caspianwatch.contract.Evidence;
import java.util.List;

/**
 * A clause that does not hold as the query wants it.
 *
 * @param clause its canonical text; several alternatives are joined by OR where any one of them would do
 * @param detail what is there instead, in words; empty where there is nothing to say
 * @param evidence the words in question, in text order; may be empty
 */
public record Missing(Kind kind, String clause, String detail, List<Evidence> evidence) {
    /** In what way. */
    public enum Kind {
        /** It is not there. */
        ABSENT,
        /** Both sides of a NEAR are there, but not within reach of one another. */
        TOO_FAR,
        /** It is there, under a NOT. */
        FORBIDDEN
    }

    public Missing {
        evidence = List.copyOf(evidence);
    }
}
