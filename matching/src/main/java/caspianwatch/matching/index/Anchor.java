package caspianwatch.matching.index;

import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Node.Attribute;
import caspianwatch.matching.term.Term;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys of which a matching article has at least one.
 *
 * @param cost how often the keys are expected; lower is rarer
 */
record Anchor(Set<Key> keys, int cost) {
    private static final int WORD = 4;
    private static final int TAG = 20;
    private static final int COUNTRY = 40;
    private static final int LANGUAGE = 60;

    /** The cheapest anchor; empty where a query asks for nothing that can be a key. */
    static Optional<Anchor> of(Node node) {
        return switch (node) {
            case Node.Words(_, var term) -> Optional.of(one(new Key.OfTerm(term), cost(term)));
            case Node.TagIs(var id) -> Optional.of(one(new Key.OfTag(id), TAG));
            case Node.AttributeIs(var attribute, var value) -> attribute(attribute, value);
            case Node.Near(var left, var right, _) -> cheapest(List.of(left, right));
            case Node.And(var parts) -> cheapest(parts);
            case Node.Or(var parts) -> all(parts);
            case Node.SeverityIs _,Node.Not _ -> Optional.empty();
        };
    }

    private static Optional<Anchor> attribute(Attribute attribute, String value) {
        return switch (attribute) {
            case LANGUAGE -> Optional.of(one(new Key.OfAttribute(attribute, value), LANGUAGE));
            case COUNTRY -> Optional.of(one(new Key.OfAttribute(attribute, value), COUNTRY));
            // A source has many names (feed, host, title), so it is no key.
            case SOURCE -> Optional.empty();
        };
    }

    private static Optional<Anchor> cheapest(List<Node> parts) {
        return parts.stream().flatMap(part -> of(part).stream()).min(Comparator.comparingInt(Anchor::cost));
    }

    private static Optional<Anchor> all(List<Node> parts) {
        var keys = new LinkedHashSet<Key>();
        int cost = 0;
        for (var part : parts) {
            var anchor = of(part);
            if (anchor.isEmpty()) {
                return Optional.empty();
            }
            keys.addAll(anchor.get().keys);
            cost += anchor.get().cost;
        }
        return Optional.of(new Anchor(keys, cost));
    }

    /** Phrases and long words are rarer than short words. */
    private static int cost(Term term) {
        int letters = term.words().stream().mapToInt(word -> word.text().length()).sum();
        return Math.max(1, WORD * 3 / Math.max(1, letters / 2));
    }

    private static Anchor one(Key key, int cost) {
        return new Anchor(Set.of(key), cost);
    }
}
