package caspianwatch.matching.index;

import caspianwatch.matching.query.Node;
import caspianwatch.matching.term.Term;

/** Something that an article either has or has not. */
sealed interface Key {
    record OfTerm(Term term) implements Key {}

    record OfTag(String id) implements Key {}

    record OfAttribute(Node.Attribute attribute, String value) implements Key {}
}
