package caspianwatch.matching.query;

import caspianwatch.matching.query.Lexer.Kind;
import caspianwatch.matching.query.Lexer.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads queries. */
public final class Parser {
    /** No query is longer, in UTF-16 units, as written or as printed. */
    public static final int MAX_LENGTH = 1024;
    /** No query has more words, phrases, tags and fields. */
    public static final int MAX_CLAUSES = 64;
    /** No query nests parentheses and NOT deeper. */
    public static final int MAX_DEPTH = 10;
    /** No NEAR reaches further, in words. */
    public static final int MAX_WITHIN = 50;

    private final Clauses clauses;
    private final List<Sign> signs;
    private final List<Note> notes = new ArrayList<>();
    private int at;
    private int count;

    private Parser(List<Sign> signs, Clauses clauses) {
        this.signs = signs;
        this.clauses = clauses;
    }

    /** What is allowed but probably not meant, and where in the query. */
    public record Note(String message, int position) {}

    /** A query that could be read. */
    public record Parsed(Node node, List<Note> notes) {}

    /**
     * Reads a query.
     *
     * @param tagsMustBeKnown whether an unknown id after {@code tag:} is a mistake, or just never there
     */
    public static Node parse(String query, KnownNames names, boolean tagsMustBeKnown) throws SyntaxException {
        return read(query, names, tagsMustBeKnown).node();
    }

    /** Reads a query, with what may not be meant in it. */
    public static Parsed read(String query, KnownNames names, boolean tagsMustBeKnown) throws SyntaxException {
        if (query.length() > MAX_LENGTH) {
            throw new SyntaxException("a query has at most " + MAX_LENGTH + " characters: this one has "
                    + query.length() + ", so part it", MAX_LENGTH);
        }
        var parser = new Parser(Lexer.signs(query), new Clauses(names, tagsMustBeKnown));
        var node = parser.whole();
        if (!Shape.asksForSomething(node)) {
            throw new SyntaxException("it only says what must not be there: add what must", 0);
        }
        if (Printer.print(node, names.tags()).length() > MAX_LENGTH) {
            throw new SyntaxException(
                    "written out with every AND it has more than " + MAX_LENGTH + " characters: part it",
                    query.length());
        }
        return new Parsed(node, List.copyOf(parser.notes));
    }

    private Node whole() throws SyntaxException {
        var node = or(0, "");
        var left = peek();
        return switch (left.kind()) {
            case END -> node;
            case CLOSE -> throw new SyntaxException("no parenthesis is open here: leave it out", left.position());
            case NEAR -> throw new SyntaxException(
                    "NEAR joins two sides: for three write a NEAR/5 b AND b NEAR/5 c", left.position());
            case OPEN, AND, OR, NOT, FIELD, WORD, QUOTED ->
                throw new SyntaxException("not expected here", left.position());
        };
    }

    /** @param field what stands before the parenthesis around all of it; empty where none does */
    private Node or(int depth, String field) throws SyntaxException {
        var parts = new ArrayList<Node>();
        boolean mixed = and(depth, field, parts);
        int first = peek().position();
        while (peek().kind() == Kind.OR) {
            at++;
            mixed |= and(depth, field, parts);
        }
        if (mixed && parts.size() > 1) {
            notes.add(new Note("AND, written or not, binds closer than OR: parentheses say what belongs together",
                    first));
        }
        return Shape.or(parts);
    }

    /** Adds one part, and says whether it joins several without parentheses. */
    private boolean and(int depth, String field, List<Node> alternatives) throws SyntaxException {
        var parts = new ArrayList<Node>();
        parts.add(not(depth, field));
        while (true) {
            switch (peek().kind()) {
                case AND -> {
                    at++;
                    parts.add(not(depth, field));
                }
                case NOT, FIELD, WORD, QUOTED, OPEN -> parts.add(not(depth, field));
                case OR, CLOSE, NEAR, END -> {
                    alternatives.add(Shape.and(parts));
                    return parts.size() > 1;
                }
            }
        }
    }

    private Node not(int depth, String field) throws SyntaxException {
        if (peek().kind() != Kind.NOT) {
            return near(depth, field);
        }
        int position = next().position();
        return new Node.Not(not(deeper(depth, position), field));
    }

    private Node near(int depth, String field) throws SyntaxException {
        int leftAt = peek().position();
        var left = primary(depth, field);
        if (peek().kind() != Kind.NEAR) {
            return left;
        }
        var near = next();
        int within = Clauses.number(near.text(), 1, MAX_WITHIN);
        if (within < 0) {
            throw new SyntaxException("write NEAR/n with n from 1 to " + MAX_WITHIN + ", as in NEAR/5",
                    near.position());
        }
        int rightAt = peek().position();
        var right = primary(depth, field);
        wordsOnly(left, leftAt);
        wordsOnly(right, rightAt);
        return new Node.Near(left, right, within);
    }

    private static void wordsOnly(Node side, int position) throws SyntaxException {
        if (!Shape.isWords(side)) {
            throw new SyntaxException(
                    "NEAR joins words and phrases without a field, or some of them with OR in parentheses", position);
        }
    }

    private Node primary(int depth, String field) throws SyntaxException {
        var sign = next();
        return switch (sign.kind()) {
            case OPEN -> group(sign, depth, field);
            case FIELD -> {
                clauses.known(outermost(sign, field));
                yield group(next(), depth, sign.field());
            }
            case WORD, QUOTED -> clause(sign, field);
            case CLOSE, AND, OR, NOT, NEAR, END ->
                throw new SyntaxException("a word, a phrase or a field is missing here", sign.position());
        };
    }

    private Node group(Sign open, int depth, String field) throws SyntaxException {
        var node = or(deeper(depth, open.position()), field);
        if (next().kind() != Kind.CLOSE) {
            throw new SyntaxException("this parenthesis is not closed: write ) after what belongs together",
                    open.position());
        }
        return node;
    }

    private Node clause(Sign sign, String field) throws SyntaxException {
        if (++count > MAX_CLAUSES) {
            throw new SyntaxException("a query has at most " + MAX_CLAUSES + " words, phrases and fields: part it",
                    sign.position());
        }
        if (sign.kind() == Kind.WORD && Set.of("and", "or", "not").contains(sign.text())) {
            notes.add(new Note("\"" + sign.text() + "\" in small letters is a word to look for: the operator is "
                    + sign.text().toUpperCase(Locale.ROOT), sign.position()));
        }
        return clauses.clause(field.isEmpty() ? sign : outermost(sign, field).in(field));
    }

    private static Sign outermost(Sign sign, String field) throws SyntaxException {
        if (!field.isEmpty() && !sign.field().isEmpty()) {
            throw new SyntaxException("this stands in the parentheses of " + field + ": it cannot have a field too",
                    sign.position());
        }
        return sign;
    }

    private static int deeper(int depth, int position) throws SyntaxException {
        if (depth == MAX_DEPTH) {
            throw new SyntaxException("nested deeper than " + MAX_DEPTH + ": leave out parentheses", position);
        }
        return depth + 1;
    }

    private Sign peek() {
        return signs.get(at);
    }

    /** The next sign; the end is never passed. */
    private Sign next() {
        var sign = signs.get(at);
        if (sign.kind() != Kind.END) {
            at++;
        }
        return sign;
    }
}
