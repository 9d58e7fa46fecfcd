package caspianwatch.matching.text;

import java.util.Arrays;

/** A text after folding; every character knows the UTF-16 code units of the source that it stands for. */
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
            } else if (Folding.isMark(c)) {
                folded.mark(c, i);
            } else {
                String to = Folding.of(c);
                for (int k = 0; k < to.length(); k++) {
                    folded.add(to.charAt(k), i, i + 1);
                }
            }
        }
        MixedScripts.mend(folded.chars, 0, folded.length);
        return folded;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return chars[index];
    }

    /** First source code unit of a folded character, inclusive. */
    int start(int index) {
        return starts[index];
    }

    /** Last source code unit, exclusive; marks that belong to the character are included. */
    int end(int index) {
        return ends[index];
    }

    String slice(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** Whether a word can go on here; one half of a pair counts as its pair. */
    boolean isWord(int index) {
        return Character.isLetterOrDigit(pointAt(index));
    }

    /** Whether a Chinese character stands here. */
    boolean isIdeograph(int index) {
        return chars[index] >= '\u2E80' && Character.isIdeographic(pointAt(index));
    }

    /** The index after the whole character that begins here. */
    int afterCharacter(int index) {
        return index + Character.charCount(pointAt(index));
    }

    /** The code point of which this is a part; a lone half is itself. */
    private int pointAt(int index) {
        char c = chars[index];
        if (!Character.isSurrogate(c)) {
            return c;
        }
        int other = Character.isHighSurrogate(c) ? index + 1 : index - 1;
        if (other < 0 || other >= length || starts[other] != starts[index]) {
            return c;
        }
        return Character.toCodePoint(chars[Math.min(index, other)], chars[Math.max(index, other)]);
    }

    @Override
    public String toString() {
        return slice(0, length);
    }

    private void supplementary(int point, int at) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK) {
            attach(at, at + 2);
        } else if (type != Character.FORMAT) {
            for (char c : Character.toChars(Character.toLowerCase(point))) {
                add(c, at, at + 2);
            }
        }
    }

    /** A mark is part of the letter before it; three Cyrillic letters are written with one and are letters of their own. */
    private void mark(char mark, int at) {
        if (length > 0 && ends[length - 1] == at) {
            char letter = chars[length - 1];
            if (mark == '\u0306' && letter == 'и') {
                chars[length - 1] = 'й';
            } else if (mark == '\u0306' && letter == 'у') {
                chars[length - 1] = 'ў';
            } else if (mark == '\u0308' && letter == 'і') {
                chars[length - 1] = 'ї';
            }
        }
        attach(at, at + 1);
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
