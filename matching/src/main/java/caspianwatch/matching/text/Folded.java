package caspianwatch.matching.text;

import java.util.Arrays;

/**
 * A whole text after folding, what parts words included; every character knows the UTF-16 code units of the source that it
 * stands for, for a mark attaches only to what it follows at once. {@link TokenCutter} does the same and keeps words alone.
 */
final class Folded {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private Folded(int capacity) {
        chars = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static Folded of(String text) {
        var folded = new Folded(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                folded.supplementary(text.codePointAt(i), i);
                i++;
            } else {
                folded.character(c, i);
            }
        }
        MixedScripts.mend(folded.chars, 0, folded.length);
        return folded;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    private void character(char c, int at) {
        int code = Folding.code(c);
        if (code >>> Folding.KIND == Folding.OPENED >>> Folding.KIND) {
            String letters = Folding.opened(code);
            for (int k = 0; k < letters.length(); k++) {
                add(letters.charAt(k), at, at + 1);
            }
        } else if (code == Folding.MARK) {
            mark(c, at);
        } else if (code != Folding.DROPPED) {
            add((char) code, at, at + 1);
        }
    }

    private void supplementary(int point, int at) {
        if (Folding.isMark(point)) {
            attach(at, at + 2);
        } else if (Character.getType(point) != Character.FORMAT) {
            for (char c : Character.toChars(Character.toLowerCase(point))) {
                add(c, at, at + 2);
            }
        }
    }

    private void mark(char mark, int at) {
        if (length > 0 && ends[length - 1] == at) {
            chars[length - 1] = marked(chars[length - 1], mark);
        }
        attach(at, at + 1);
    }

    /** A mark is part of the letter before it; three Cyrillic letters are written with one and are letters of their own. */
    static char marked(char letter, char mark) {
        if (mark == '\u0306') {
            return letter == 'и' ? 'й' : letter == 'у' ? 'ў' : letter;
        }
        return mark == '\u0308' && letter == 'і' ? 'ї' : letter;
    }

    private void attach(int from, int to) {
        if (length == 0 || ends[length - 1] != from) {
            return;
        }
        // All parts of an opened ligature have the same source, so all of them grow.
        int start = starts[length - 1];
        for (int i = length - 1; i >= 0 && starts[i] == start; i--) {
            ends[i] = to;
        }
    }

    private void add(char c, int start, int end) {
        if (length == chars.length) {
            int capacity = length * 2;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = end;
        length++;
    }
}
