package caspianwatch.matching.query;

import caspianwatch.matching.query.Lexer.Kind;
import caspianwatch.matching.query.Lexer.Sign;
import caspianwatch.matching.query.Node.Attribute;
import caspianwatch.matching.query.Node.Comparison;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.text.Folding;
import java.util.Set;

/** Reads one clause: a word, a phrase, a tag, a field. */
final class Clauses {
    private Clauses() {}

    static Node clause(Sign sign, Set<String> tags, boolean tagsMustBeKnown) throws SyntaxException {
        int valueAt = sign.position() + sign.field().length();
        return switch (sign.field()) {
            case "" -> sign.kind() == Kind.WORD && tags.contains(Folding.fold(sign.text()))
                    ? new Node.TagIs(Folding.fold(sign.text()))
                    : words(Where.ANYWHERE, sign, valueAt);
            case "title:" -> words(Where.TITLE, sign, valueAt);
            case "text:" -> words(Where.TEXT, sign, valueAt);
            case "place:" -> words(Where.PLACE, sign, valueAt);
            case "tag:" -> tag(sign, valueAt, tags, tagsMustBeKnown);
            case "lang:" -> attribute(Attribute.LANGUAGE, sign, valueAt);
            case "country:" -> attribute(Attribute.COUNTRY, sign, valueAt);
            case "source:" -> attribute(Attribute.SOURCE, sign, valueAt);
            case "severity:" -> severity(sign, valueAt);
            default -> throw new SyntaxException("there is no field " + sign.field()
                    + " but tag: title: text: lang: country: source: place: severity:", sign.position());
        };
    }

    private static Node words(Where where, Sign sign, int valueAt) throws SyntaxException {
        try {
            return new Node.Words(where, Term.of(sign.text(), null));
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(String.valueOf(e.getMessage()), valueAt);
        }
    }

    private static Node tag(Sign sign, int valueAt, Set<String> tags, boolean mustBeKnown) throws SyntaxException {
        String id = Folding.fold(sign.text());
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new SyntaxException("a tag's id has letters, digits and hyphens", valueAt);
        }
        if (mustBeKnown && !tags.contains(id)) {
            throw new SyntaxException("there is no tag " + id, valueAt);
        }
        return new Node.TagIs(id);
    }

    private static Node attribute(Attribute attribute, Sign sign, int valueAt) throws SyntaxException {
        String value = Folding.fold(sign.text()).strip();
        if (value.isEmpty() || value.indexOf('"') >= 0) {
            throw new SyntaxException("a value is missing here", valueAt);
        }
        return new Node.AttributeIs(attribute, value);
    }

    private static Node severity(Sign sign, int valueAt) throws SyntaxException {
        for (var comparison : Comparison.values()) {
            if (sign.text().startsWith(comparison.sign)) {
                int digit = Parser.number(sign.text().substring(comparison.sign.length()), 1, 5);
                if (digit > 0) {
                    return new Node.SeverityIs(comparison, digit);
                }
            }
        }
        throw new SyntaxException("write a severity from 1 to 5, as in severity:>=3", valueAt);
    }
}
