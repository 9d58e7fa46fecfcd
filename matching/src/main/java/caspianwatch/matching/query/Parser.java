package caspianwatch.matching.query;

import caspianwatch.matching.query.Lexer.Kind;
import caspianwatch.matching.query.Lexer.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads queries. */
public final class Parser {
    /** No query is longer, in UTF-16 units, as written or as printed. */
    public static final int MAX_LENGTH = 1024;
    /** No query has more words, phrases, tags and fields. */
    public static final int MAX_CLAUSES = 64;
    /** No query nests parentheses and NOT deeper. */
    public static final int MAX_DEPTH = 10;

    private final Set<String> tags;
    private final boolean tagsMustBeKnown;
    private final List<Sign> signs;
    private int at;
    private int clauses;

    private Parser(List<Sign> signs, Set<String> tags, boolean tagsMustBeKnown) {
        this.signs = signs;
        this.tags = tags;
        this.tagsMustBeKnown = tagsMustBeKnown;
    }

    /**
     * Reads a query.
     *
     * @param tags the ids of all tags: a bare word that is one of them means the tag
     * @param tagsMustBeKnown whether another id after {@code tag:} is a mistake, or just never there
     */
    public static Node parse(String query, Set<String> tags, boolean tagsMustBeKnown) throws SyntaxException {
        if (query.length() > MAX_LENGTH) {
            throw new SyntaxException("a query has at most " + MAX_LENGTH + " characters", MAX_LENGTH);
        }
        var parser = new Parser(Lexer.signs(query), tags, tagsMustBeKnown);
        var node = parser.or(0);
        var left = parser.peek();
        switch (left.kind()) {
            case END -> {
            }
            case CLOSE -> throw new SyntaxException("no parenthesis is open here", left.position());
            case OPEN, AND, OR, NOT, WORD, QUOTED -> throw new SyntaxException("not expected here", left.position());
            case NEAR ->
                throw new SyntaxException("NEAR joins two sides: use AND between two of them", left.position());
        }
        if (!Shape.asksForSomething(node)) {
            throw new SyntaxException("it only says what must not be there: add what must", 0);
        }
        if (Printer.print(node, tags).length() > MAX_LENGTH) {
            throw new SyntaxException("written out it has more than " + MAX_LENGTH + " characters", query.length());
        }
        return node;
    }

    private Node or(int depth) throws SyntaxException {
        var parts = new ArrayList<Node>();
        parts.add(and(depth));
        while (peek().kind() == Kind.OR) {
            at++;
            parts.add(and(depth));
        }
        return Shape.or(parts);
    }

    private Node and(int depth) throws SyntaxException {
        var parts = new ArrayList<Node>();
        parts.add(not(depth));
        while (true) {
            switch (peek().kind()) {
                case AND -> {
                    at++;
                    parts.add(not(depth));
                }
                case NOT, WORD, QUOTED, OPEN -> parts.add(not(depth));
                case OR, CLOSE, NEAR, END -> {
                    return Shape.and(parts);
                }
            }
        }
    }

    private Node not(int depth) throws SyntaxException {
        if (peek().kind() != Kind.NOT) {
            return near(depth);
        }
        int position = next().position();
        return new Node.Not(not(deeper(depth, position)));
    }

    private Node near(int depth) throws SyntaxException {
        int leftAt = peek().position();
        var left = primary(depth);
        if (peek().kind() != Kind.NEAR) {
            return left;
        }
        var near = next();
        int within = number(near.text(), 1, 50);
        if (within < 0) {
            throw new SyntaxException("write NEAR/n with n from 1 to 50", near.position());
        }
        int rightAt = peek().position();
        var right = primary(depth);
        wordsOnly(left, leftAt);
        wordsOnly(right, rightAt);
        return new Node.Near(left, right, within);
    }

    private static void wordsOnly(Node side, int position) throws SyntaxException {
        if (!Shape.isWords(side)) {
            throw new SyntaxException("NEAR joins words and phrases, or some of them with OR in parentheses", position);
        }
    }

    private Node primary(int depth) throws SyntaxException {
        var sign = next();
        return switch (sign.kind()) {
            case OPEN -> {
                var node = or(deeper(depth, sign.position()));
                if (next().kind() != Kind.CLOSE) {
                    throw new SyntaxException("this parenthesis is not closed", sign.position());
                }
                yield node;
            }
            case WORD, QUOTED -> {
                if (++clauses > MAX_CLAUSES) {
                    throw new SyntaxException("a query has at most " + MAX_CLAUSES + " clauses", sign.position());
                }
                yield Clauses.clause(sign, tags, tagsMustBeKnown);
            }
            case CLOSE, AND, OR, NOT, NEAR, END ->
                throw new SyntaxException("a word, a phrase or a field is missing here", sign.position());
        };
    }

    private static int deeper(int depth, int position) throws SyntaxException {
        if (depth == MAX_DEPTH) {
            throw new SyntaxException("nested deeper than " + MAX_DEPTH, position);
        }
        return depth + 1;
    }

    /** The number, or -1 where the text is none from low to high. */
    static int number(@Nullable String text, int low, int high) {
        if (text == null || !text.matches("[0-9]{1,3}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number < low || number > high ? -1 : number;
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
