package caspianwatch.matching.query;

import caspianwatch.matching.term.Term;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The canonical text of a query: reading it gives the same tree. */
public final class Printer {
    private static final Set<String> OPERATORS = Set.of("and", "or", "not");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._/-]+");

    private final Set<String> tags;

    private Printer(Set<String> tags) {
        this.tags = tags;
    }

    /**
     * Prints.
     *
     * @param tags the ids of all tags, for a word that is one of them needs quotes
     */
    public static String print(Node node, Set<String> tags) {
        return new Printer(tags).node(node);
    }

    private String node(Node node) {
        return switch (node) {
            case Node.Words(var where, var term) -> where.prefix + words(term);
            case Node.PlaceIs(var term, _) -> "place:" + words(term);
            case Node.EntityIs(var name, _) -> "entity:" + value(name);
            case Node.TagIs(var id) -> "tag:" + id;
            case Node.AttributeIs(var attribute, var value) -> attribute.prefix + value(value);
            case Node.SeverityIs(var comparison, var digit) -> "severity:" + comparison.sign + digit;
            case Node.Near(var left, var right, var within) -> side(left) + " NEAR/" + within + " " + side(right);
            case Node.Not(var part) -> "NOT " + operand(part);
            case Node.And(var parts) -> joined(parts, " AND ");
            case Node.Or(var parts) -> joined(parts, " OR ");
        };
    }

    private String joined(List<Node> parts, String word) {
        boolean or = word.equals(" OR ");
        return parts.stream().map(part -> or ? node(part) : operand(part)).collect(Collectors.joining(word));
    }

    /** OR and, under NOT, AND need parentheses; a conjunction holds no conjunction. */
    private String operand(Node part) {
        return part instanceof Node.Or || part instanceof Node.And ? "(" + node(part) + ")" : node(part);
    }

    private String side(Node side) {
        return side instanceof Node.Or ? "(" + node(side) + ")" : node(side);
    }

    /** In quotes where a phrase begins, and where the bare word would be a tag or look like an operator. */
    private String words(Term term) {
        String text = term.print();
        boolean quotes = term.words().size() > 1
                || (term.isPlainWord() && (tags.contains(text) || OPERATORS.contains(text)));
        return quotes ? "\"" + text + "\"" : text;
    }

    private static String value(String value) {
        return PLAIN.matcher(value).matches() ? value : "\"" + value + "\"";
    }
}
