package caspianwatch.matching.query;

import caspianwatch.matching.term.Term;
import java.util.List;
import java.util.Set;

/** A query as a tree. */
public sealed interface Node {

    /** Where words are looked for. */
    enum Where {
        ANYWHERE(""), TITLE("title:"), TEXT("text:");

        final String prefix;

        Where(String prefix) {
            this.prefix = prefix;
        }
    }

    /** What is known of an article besides its words. */
    enum Attribute {
        LANGUAGE("lang:"), COUNTRY("country:"), SOURCE("source:");

        final String prefix;

        Attribute(String prefix) {
            this.prefix = prefix;
        }
    }

    /** How a severity is compared. */
    enum Comparison {
        AT_LEAST(">="), AT_MOST("<="), ABOVE(">"), BELOW("<"), EQUAL("");

        final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** Whether a severity compares so to the query's digit. */
        public boolean holds(int left, int right) {
            return switch (this) {
                case AT_LEAST -> left >= right;
                case AT_MOST -> left <= right;
                case ABOVE -> left > right;
                case BELOW -> left < right;
                case EQUAL -> left == right;
            };
        }
    }

    /** A word or phrase. */
    record Words(Where where, Term term) implements Node {}

    /**
     * A place, by its words or by any other of its names.
     *
     * @param entities the gazetteer's ids of the places that have a name with these words in it
     */
    record PlaceIs(Term term, Set<String> entities) implements Node {
        public PlaceIs {
            entities = Set.copyOf(entities);
        }
    }

    /**
     * Something that the gazetteer knows, where the article names it beyond doubt.
     *
     * @param name its id or one of its names, folded
     * @param entities the ids that go by it
     */
    record EntityIs(String name, Set<String> entities) implements Node {
        public EntityIs {
            entities = Set.copyOf(entities);
        }
    }

    /** A tag. */
    record TagIs(String id) implements Node {}

    /** Language, country or source; the value is folded. */
    record AttributeIs(Attribute attribute, String value) implements Node {}

    /** A severity of 1 to 5. */
    record SeverityIs(Comparison comparison, int digit) implements Node {}

    /** Two sides at most {@code within} words apart; each is {@link Words} or an {@link Or} of them. */
    record Near(Node left, Node right, int within) implements Node {}

    record And(List<Node> parts) implements Node {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<Node> parts) implements Node {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(Node part) implements Node {}
}
