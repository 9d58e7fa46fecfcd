package caspianwatch.matching.query;

import java.util.Arrays;

/**
 * A query as its reader sees it: without the signs that only steer the direction of writing, which editors and chats put
 * around Arabic and Persian words unasked; every space a plain one, every full-width sign a plain one. It knows where
 * each character stood.
 */
final class Visible {
    private final String text;
    private final int[] positions;

    private Visible(String text, int[] positions) {
        this.text = text;
        this.positions = positions;
    }

    static Visible of(String query) {
        var text = new StringBuilder(query.length());
        var positions = new int[query.length() + 1];
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (!steersDirection(c)) {
                positions[text.length()] = i;
                text.append(plain(c));
            }
        }
        positions[text.length()] = query.length();
        return new Visible(text.toString(), Arrays.copyOf(positions, text.length() + 1));
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    /** Where a character, or the end, stands in the query as it was written. */
    int position(int index) {
        return positions[index];
    }

    private static boolean steersDirection(char c) {
        return switch (c) {
            case '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067',
                    '\u2068', '\u2069', '\uFEFF' ->
                true;
            default -> false;
        };
    }

    private static char plain(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B') {
            return ' ';
        }
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - '\uFF01' + '!') : c;
    }
}
