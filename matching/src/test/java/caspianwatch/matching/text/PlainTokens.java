package caspianwatch.matching.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tokens as the rules say them, step by step and without care for time: fold every character, then cut. */
final class PlainTokens {
    private static final Set<String> ELISIONS = Set.of("l", "d", "n", "s", "j", "m", "c", "qu");

    /** A folded character and the source that it stands for. */
    private static final class Letter {
        int point;
        final int start;
        int end;

        Letter(int point, int start, int end) {
            this.point = point;
            this.start = start;
            this.end = end;
        }

        boolean isWord() {
            return Character.isLetterOrDigit(point);
        }

        boolean isIdeograph() {
            return point >= 0x2E80 && Character.isIdeographic(point);
        }
    }

    record Token(String word, int start, int end) {}

    private PlainTokens() {}

    static List<Token> of(String text) {
        var letters = letters(text);
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < letters.size()) {
            int from = i;
            i++;
            if (!letters.get(from).isWord()) {
                continue;
            }
            while (!letters.get(from).isIdeograph() && i < letters.size() && continues(letters, from, i)) {
                i++;
            }
            tokens.add(new Token(word(letters, from, i), letters.get(from).start, letters.get(i - 1).end));
        }
        return tokens;
    }

    private static boolean continues(List<Letter> letters, int from, int at) {
        var letter = letters.get(at);
        return letter.isWord()
                ? !letter.isIdeograph()
                : letter.point == '\'' && at + 1 < letters.size() && letters.get(at + 1).isWord()
                        && !letters.get(at + 1).isIdeograph()
                        && !ELISIONS.contains(word(letters, from, at));
    }

    private static String word(List<Letter> letters, int from, int to) {
        var word = new StringBuilder();
        letters.subList(from, to).forEach(letter -> word.appendCodePoint(letter.point));
        return word.toString();
    }

    private static List<Letter> letters(String text) {
        var letters = new ArrayList<Letter>();
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int after = at + Character.charCount(point);
            if (Folding.isMark(point)) {
                mark(letters, point, at, after);
            } else {
                for (int folded : Folding.fold(Character.toString(point)).codePoints().toArray()) {
                    letters.add(new Letter(folded, at, after));
                }
            }
            at = after;
        }
        return letters;
    }

    private static void mark(List<Letter> letters, int mark, int at, int after) {
        if (letters.isEmpty() || letters.getLast().end != at) {
            return;
        }
        var last = letters.getLast();
        String both = Character.toString(last.point) + Character.toString(mark);
        last.point = switch (both) {
            case "и\u0306" -> 'й';
            case "у\u0306" -> 'ў';
            case "і\u0308" -> 'ї';
            default -> last.point;
        };
        letters.stream().filter(letter -> letter.start == last.start).forEach(letter -> letter.end = after);
    }
}
