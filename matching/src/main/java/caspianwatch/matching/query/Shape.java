package caspianwatch.matching.query;

import caspianwatch.matching.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a query's tree looks like: flat where it can be, so that equal queries have equal trees. */
public final class Shape {
    private Shape() {}

    static Node and(List<Node> parts) {
        var flat = new ArrayList<Node>();
        for (var part : parts) {
            if (part instanceof Node.And(List<Node> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Node.And(flat);
    }

    static Node or(List<Node> parts) {
        var flat = new ArrayList<Node>();
        for (var part : parts) {
            if (part instanceof Node.Or(List<Node> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Node.Or(flat);
    }

    /** Whether an article must have something to match, rather than lack something. */
    static boolean asksForSomething(Node node) {
        return switch (node) {
            case Node.Not _ -> false;
            case Node.And(var parts) -> parts.stream().anyMatch(Shape::asksForSomething);
            case Node.Or(var parts) -> parts.stream().allMatch(Shape::asksForSomething);
            case Node.Words _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _,Node.Near _ ->
                true;
        };
    }

    /** Whether it stands for places in a text, so that it can be near others. */
    static boolean isWords(Node node) {
        return switch (node) {
            case Node.Words(var where, _) -> where == Node.Where.ANYWHERE;
            case Node.Or(var parts) -> parts.stream()
                    .allMatch(part -> part instanceof Node.Words(var where, _) && where == Node.Where.ANYWHERE);
            case Node.Not _,Node.And _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _,Node.Near _ ->
                false;
        };
    }

    /** Every clause of words in it, negated ones too. */
    public static Stream<Node.Words> words(Node node) {
        return leaves(node).filter(Node.Words.class::isInstance).map(Node.Words.class::cast);
    }

    /** Every term that a text has to be searched for, those of places and negated ones too. */
    public static Stream<Term> terms(Node node) {
        return leaves(node).flatMap(leaf -> switch (leaf) {
            case Node.Words(_, var term) -> Stream.of(term);
            case Node.PlaceIs(var term, _) -> Stream.of(term);
            case Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _,Node.Near _,Node.And _,Node.Or _,Node.Not _ ->
                Stream.empty();
        });
    }

    /** Every tag in it, negated ones too. */
    public static Stream<String> tags(Node node) {
        return leaves(node).filter(Node.TagIs.class::isInstance).map(leaf -> ((Node.TagIs) leaf).id());
    }

    /** Whether a clause can be answered before tags have made a severity. */
    public static boolean isKnownBeforeSeverity(Node leaf) {
        return !(leaf instanceof Node.SeverityIs);
    }

    /** Every clause. */
    public static Stream<Node> leaves(Node node) {
        return switch (node) {
            case Node.Not(var part) -> leaves(part);
            case Node.And(var parts) -> parts.stream().flatMap(Shape::leaves);
            case Node.Or(var parts) -> parts.stream().flatMap(Shape::leaves);
            case Node.Near(var left, var right, _) -> Stream.concat(leaves(left), leaves(right));
            case Node.Words _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _ ->
                Stream.of(node);
        };
    }
}
