package caspianwatch.matching.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into its signs. */
final class Lexer {
    /** What a sign is; a FIELD stands before the parenthesis of its values. */
    enum Kind {
        OPEN, CLOSE, AND, OR, NOT, NEAR, FIELD, WORD, QUOTED, END
    }

    /**
     * A sign.
     *
     * @param field a prefix such as {@code tag:} before a word or quotes; empty where there is none
     * @param text the word, what stood in the quotes, or the number of a NEAR
     * @param position where it begins in the query as written
     * @param valueAt where it begins without its field
     */
    record Sign(Kind kind, String field, String text, int position, int valueAt) {
        /** The same under a field that stands before its parenthesis. */
        Sign in(String outer) {
            return new Sign(kind, outer, text, position, valueAt);
        }
    }

    private static final String STRAIGHT_AND_CURLY = "\"\u201C\u201D\u201E\u201F";
    private static final String GUILLEMETS = "\u00AB\u00BB";

    private final Visible query;
    private final List<Sign> signs = new ArrayList<>();
    private int at;

    private Lexer(Visible query) {
        this.query = query;
    }

    static List<Sign> signs(String query) throws SyntaxException {
        var lexer = new Lexer(Visible.of(query));
        while (lexer.next()) {
            // each call adds a sign
        }
        return lexer.signs;
    }

    private boolean next() throws SyntaxException {
        while (at < query.length() && query.charAt(at) == ' ') {
            at++;
        }
        int from = at;
        if (from == query.length()) {
            add(Kind.END, "", "", from, from);
            return false;
        }
        char c = query.charAt(at);
        if (c == '(' || c == ')') {
            at++;
            add(c == '(' ? Kind.OPEN : Kind.CLOSE, "", "", from, from);
        } else if (isQuote(c)) {
            add(Kind.QUOTED, "", quoted(), from, from);
        } else {
            word(from);
        }
        return true;
    }

    private void word(int from) throws SyntaxException {
        while (at < query.length() && !endsWord(query.charAt(at))) {
            at++;
        }
        String word = query.text().substring(from, at);
        Foreign.refuse(word, index -> query.position(from + index));
        int colon = word.indexOf(':');
        if (colon < 0) {
            keyword(word, from);
            return;
        }
        String field = word.substring(0, colon + 1);
        String rest = word.substring(colon + 1);
        int valueAt = from + colon + 1;
        boolean touches = rest.isEmpty() && at < query.length();
        if (touches && isQuote(query.charAt(at))) {
            add(Kind.QUOTED, field, quoted(), from, valueAt);
        } else if (touches && query.charAt(at) == '(') {
            add(Kind.FIELD, field, "", from, valueAt);
        } else {
            add(Kind.WORD, field, rest, from, valueAt);
        }
    }

    private void keyword(String word, int from) {
        if (word.startsWith("NEAR/")) {
            add(Kind.NEAR, "", word.substring("NEAR/".length()), from, from);
            return;
        }
        var kind = switch (word) {
            case "AND" -> Kind.AND;
            case "OR" -> Kind.OR;
            case "NOT" -> Kind.NOT;
            case "NEAR" -> Kind.NEAR;
            default -> Kind.WORD;
        };
        add(kind, "", kind == Kind.NEAR ? "" : word, from, from);
    }

    /** The text in quotes. Curly and straight marks close one another, for keyboards mix them; guillemets only themselves. */
    private String quoted() throws SyntaxException {
        int open = at++;
        String family = GUILLEMETS.indexOf(query.charAt(open)) >= 0 ? GUILLEMETS : STRAIGHT_AND_CURLY;
        int from = at;
        while (at < query.length() && family.indexOf(query.charAt(at)) < 0) {
            at++;
        }
        if (at == query.length()) {
            throw new SyntaxException("this quotation mark is not closed: write \" after the phrase",
                    query.position(open));
        }
        return query.text().substring(from, at++);
    }

    private void add(Kind kind, String field, String text, int from, int valueAt) {
        signs.add(new Sign(kind, field, text, query.position(from), query.position(valueAt)));
    }

    private static boolean endsWord(char c) {
        return c == '(' || c == ')' || c == ' ' || isQuote(c);
    }

    static boolean isQuote(char c) {
        return STRAIGHT_AND_CURLY.indexOf(c) >= 0 || GUILLEMETS.indexOf(c) >= 0;
    }
}
