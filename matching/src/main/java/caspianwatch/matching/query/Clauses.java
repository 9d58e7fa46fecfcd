package caspianwatch.matching.query;

import caspianwatch.matching.query.Lexer.Kind;
import caspianwatch.matching.query.Lexer.Sign;
import caspianwatch.matching.query.Node.Attribute;
import caspianwatch.matching.query.Node.Comparison;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.text.Folding;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads one clause: a word, a phrase, a tag, a field. */
record Clauses(KnownNames names, boolean tagsMustBeKnown) {
    private static final List<String> FIELDS = List.of("tag:", "title:", "text:", "lang:", "country:", "source:",
            "place:", "entity:", "severity:");

    Node clause(Sign sign) throws SyntaxException {
        String field = known(sign);
        if (!field.isEmpty() && sign.text().isBlank()) {
            throw new SyntaxException("a value is missing here: write it next to the field, as in " + example(field),
                    sign.valueAt());
        }
        return switch (field) {
            case "" -> sign.kind() == Kind.WORD && names.tags().contains(Folding.fold(sign.text()))
                    ? new Node.TagIs(Folding.fold(sign.text()))
                    : words(Where.ANYWHERE, sign);
            case "title:" -> words(Where.TITLE, sign);
            case "text:" -> words(Where.TEXT, sign);
            case "place:" -> place(sign);
            case "entity:" -> entity(sign);
            case "tag:" -> tag(sign);
            case "lang:" -> code(Attribute.LANGUAGE, "[a-z]{2,3}", sign);
            case "country:" -> code(Attribute.COUNTRY, "[a-z]{2}", sign);
            case "source:" -> source(sign);
            default -> severity(sign);
        };
    }

    /** The field of a sign in small letters. */
    String known(Sign sign) throws SyntaxException {
        String field = sign.field().toLowerCase(Locale.ROOT);
        if (!field.isEmpty() && !FIELDS.contains(field)) {
            throw new SyntaxException("there is no field " + sign.field()
                    + Likely.of(field, FIELDS).map(each -> ", perhaps " + each).orElse("") + ": there are "
                    + String.join(" ", FIELDS) + ", and quotes around words that have a colon", sign.position());
        }
        return field;
    }

    private static Node words(Where where, Sign sign) throws SyntaxException {
        return new Node.Words(where, term(sign));
    }

    private Node place(Sign sign) throws SyntaxException {
        var term = term(sign);
        return new Node.PlaceIs(term, names.places().apply(term));
    }

    private Node entity(Sign sign) throws SyntaxException {
        String name = value(sign);
        var entities = names.entities().apply(name);
        if (tagsMustBeKnown && entities.isEmpty()) {
            throw new SyntaxException(
                    "the gazetteer has nothing of this id or whole name; for its words leave entity: out",
                    sign.valueAt());
        }
        return new Node.EntityIs(name, entities);
    }

    private static Term term(Sign sign) throws SyntaxException {
        try {
            return Term.of(sign.text(), null);
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(String.valueOf(e.getMessage()), sign.valueAt());
        }
    }

    private Node tag(Sign sign) throws SyntaxException {
        String id = Folding.fold(sign.text()).strip();
        var tags = names.tags();
        String perhaps = Likely.of(id.replace(' ', '-'), tags).map(each -> ", perhaps tag:" + each).orElse("");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new SyntaxException("a tag's id has letters, digits and hyphens" + perhaps, sign.valueAt());
        }
        if (tagsMustBeKnown && !tags.contains(id)) {
            throw new SyntaxException("there is no tag " + id + perhaps, sign.valueAt());
        }
        return new Node.TagIs(id);
    }

    private static Node code(Attribute attribute, String form, Sign sign) throws SyntaxException {
        String value = Folding.fold(sign.text()).strip();
        if (!value.matches(form)) {
            throw new SyntaxException("write a code here, as in " + example(attribute.prefix), sign.valueAt());
        }
        return new Node.AttributeIs(attribute, value);
    }

    private static Node source(Sign sign) throws SyntaxException {
        return new Node.AttributeIs(Attribute.SOURCE, value(sign));
    }

    /** Folded, on one line and without quotation marks. */
    private static String value(Sign sign) throws SyntaxException {
        var value = new StringBuilder();
        Folding.fold(sign.text()).chars().map(c -> Lexer.isQuote((char) c) ? ' ' : c)
                .forEach(c -> value.append((char) c));
        String plain = value.toString().strip().replaceAll(" +", " ");
        if (plain.isEmpty()) {
            throw new SyntaxException(
                    "a value is missing here, as in " + example(sign.field().toLowerCase(Locale.ROOT)),
                    sign.valueAt());
        }
        return plain;
    }

    private static Node severity(Sign sign) throws SyntaxException {
        String text = sign.text().replace("\u2265", ">=").replace("\u2264", "<=").strip();
        for (var comparison : Comparison.values()) {
            if (text.startsWith(comparison.sign)) {
                int digit = number(text.substring(comparison.sign.length()).strip(), 1, 5);
                if (digit > 0) {
                    return new Node.SeverityIs(comparison, digit);
                }
            }
        }
        throw new SyntaxException("write a severity from 1 to 5, as in severity:>=3", sign.valueAt());
    }

    /** The number in any script's digits, or -1 where the text is none from low to high. */
    static int number(String text, int low, int high) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 10);
            if (digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number < low || number > high ? -1 : number;
    }

    private static String example(String field) {
        return field + switch (field) {
            case "tag:" -> "naval-exercise";
            case "lang:" -> "ru";
            case "country:" -> "az";
            case "source:" -> "example.org";
            case "severity:" -> ">=3";
            case "entity:" -> "tatarstan";
            default -> "aktau";
        };
    }
}
