package caspianwatch.matching.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into its signs. */
final class Lexer {
    /** What a sign is. */
    enum Kind {
        OPEN, CLOSE, AND, OR, NOT, NEAR, WORD, QUOTED, END
    }

    /**
     * A sign.
     *
     * @param field a prefix such as {@code tag:} before a word or quotes; empty where there is none
     * @param text the word, what stood in the quotes, or the number of a NEAR
     */
    record Sign(Kind kind, String field, String text, int position) {}

    private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB";

    private final String query;
    private final List<Sign> signs = new ArrayList<>();
    private int at;

    private Lexer(String query) {
        this.query = query;
    }

    static List<Sign> signs(String query) throws SyntaxException {
        var lexer = new Lexer(query);
        while (lexer.next()) {
            // each call adds a sign
        }
        return lexer.signs;
    }

    private boolean next() throws SyntaxException {
        while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
            at++;
        }
        int from = at;
        if (from == query.length()) {
            signs.add(new Sign(Kind.END, "", "", from));
            return false;
        }
        char c = query.charAt(at);
        if (c == '(' || c == ')') {
            at++;
            signs.add(new Sign(c == '(' ? Kind.OPEN : Kind.CLOSE, "", "", from));
        } else if (isQuote(c)) {
            signs.add(new Sign(Kind.QUOTED, "", quoted(), from));
        } else {
            word(from);
        }
        return true;
    }

    private void word(int from) throws SyntaxException {
        while (at < query.length() && !endsWord(query.charAt(at))) {
            at++;
        }
        String word = query.substring(from, at);
        int wild = Math.max(word.indexOf('*'), word.indexOf('?'));
        if (wild >= 0) {
            throw new SyntaxException("there are no wildcards: write a stem and its language, as in флотил~ru",
                    from + wild);
        }
        if (word.startsWith("-")) {
            throw new SyntaxException("write NOT before what must not be there", from);
        }
        int colon = word.indexOf(':');
        String field = colon < 0 ? "" : word.substring(0, colon + 1);
        String rest = word.substring(colon + 1);
        if (!field.isEmpty() && rest.isEmpty() && at < query.length() && isQuote(query.charAt(at))) {
            signs.add(new Sign(Kind.QUOTED, field, quoted(), from));
        } else {
            signs.add(field.isEmpty() ? keyword(word, from) : new Sign(Kind.WORD, field, rest, from));
        }
    }

    private static Sign keyword(String word, int from) {
        if (word.startsWith("NEAR/")) {
            return new Sign(Kind.NEAR, "", word.substring("NEAR/".length()), from);
        }
        var kind = switch (word) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            case "NEAR" -> Kind.NEAR;
            default -> Kind.WORD;
        };
        return new Sign(kind, "", word, from);
    }

    private String quoted() throws SyntaxException {
        int open = at++;
        int from = at;
        while (at < query.length() && !isQuote(query.charAt(at))) {
            at++;
        }
        if (at == query.length()) {
            throw new SyntaxException("this quotation mark is not closed", open);
        }
        return query.substring(from, at++);
    }

    private static boolean endsWord(char c) {
        return c == '(' || c == ')' || isQuote(c) || Character.isWhitespace(c);
    }

    private static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
