package caspianwatch.matching.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts texts into words: folding, cutting and hashing in one pass over the characters. For one thread. */
final class TokenCutter {
    private static final ThreadLocal<TokenCutter> OF_THREAD = ThreadLocal.withInitial(TokenCutter::new);
    /** Longer texts get buffers that are not kept. */
    private static final int KEPT = 1 << 16;

    /** Where we are: between words, in one, after an apostrophe in one, or after a Chinese character. */
    private static final int OUTSIDE = 0;
    private static final int INSIDE = 1;
    private static final int APOSTROPHE = 2;
    private static final int COMPLETE = 3;

    /** The last texts of this thread, title and text by turns. */
    private final @Nullable Tokens[] recent = new Tokens[4];
    private int oldest;

    private char[] source = new char[4096];
    private char[] letters = new char[4096];
    private int[] ends = new int[512];
    private int[] places = new int[1024];
    private long[] hashes = new long[512];
    private int size;
    private int length;

    private int state;
    private int from;
    private long hash;
    private int start;
    private int end;
    private boolean joined;

    private TokenCutter() {}

    static Tokens cut(String text) {
        var cutter = text.length() <= KEPT ? OF_THREAD.get() : new TokenCutter();
        cutter.read(text);
        return new Tokens(text, Arrays.copyOf(cutter.letters, cutter.length),
                Arrays.copyOf(cutter.ends, cutter.size), Arrays.copyOf(cutter.places, 2 * cutter.size),
                Arrays.copyOf(cutter.hashes, cutter.size));
    }

    static Tokens recent(String text) {
        if (text.length() > KEPT) {
            return cut(text);
        }
        var cutter = OF_THREAD.get();
        for (var tokens : cutter.recent) {
            // The same string and not an equal one: that would cost what it saves.
            if (tokens != null && isSame(tokens.text(), text)) {
                return tokens;
            }
        }
        var tokens = cut(text);
        cutter.recent[cutter.oldest] = tokens;
        cutter.oldest = (cutter.oldest + 1) % cutter.recent.length;
        return tokens;
    }

    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    private void read(String text) {
        int count = text.length();
        if (count > source.length) {
            source = new char[Math.max(count, Math.min(KEPT, 2 * source.length))];
        }
        text.getChars(0, count, source, 0);
        size = 0;
        length = 0;
        state = OUTSIDE;
        int at = 0;
        while (at < count) {
            char c = source[at];
            int code = Folding.code(c);
            if (code < Folding.GAP) {
                at = letters(at, count) - 1;
            } else if (code < Folding.MARK) {
                close();
            } else if (code >= Folding.SURROGATE) {
                at += surrogate(at, count) - 1;
            } else {
                other(code, c, at);
            }
            at++;
        }
        close();
    }

    /** Letters in a row, which is nearly everything: all in registers. Returns the place after them. */
    private int letters(int first, int count) {
        if (state != INSIDE) {
            begin(first);
        }
        if (length + count - first > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(length + count - first, 2 * length));
        }
        char[] in = source;
        char[] out = letters;
        int to = length;
        long sum = hash;
        int at = first;
        int code = Folding.code(in[at]);
        do {
            out[to++] = (char) code;
            sum = Hash.with(sum, (char) code);
            at++;
            code = at < count ? Folding.code(in[at]) : Folding.GAP;
        } while (code < Folding.GAP);
        length = to;
        hash = sum;
        end = at;
        return at;
    }

    private void letter(char letter, int at, int after) {
        if (state != INSIDE) {
            begin(at);
        }
        add(letter);
        end = after;
    }

    /** Makes ready for a letter: in a new word, or in the one that an apostrophe continues. */
    private void begin(int at) {
        if (state == APOSTROPHE) {
            add('\'');
            joined = true;
        } else {
            close();
            from = length;
            hash = 0;
            joined = false;
            start = at;
        }
        state = INSIDE;
    }

    private void add(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, 2 * length);
        }
        letters[length++] = letter;
        hash = Hash.with(hash, letter);
    }

    private void other(int code, char c, int at) {
        switch (code & 0xFFFF_0000) {
            case Folding.MARK -> mark(c, at, at + 1);
            case Folding.APOSTROPHE -> apostrophe();
            case Folding.IDEOGRAPH -> ideograph((char) code, at);
            case Folding.OPENED -> {
                String opened = Folding.opened(code);
                for (int i = 0; i < opened.length(); i++) {
                    letter(opened.charAt(i), at, at + 1);
                }
            }
            default -> {
                // dropped: words go on as if it were not there
            }
        }
    }

    /** How many code units were read. */
    private int surrogate(int at, int count) {
        if (!Character.isHighSurrogate(source[at]) || at + 1 == count || !Character.isLowSurrogate(source[at + 1])) {
            close();
            return 1;
        }
        int point = Character.toCodePoint(source[at], source[at + 1]);
        if (Folding.isMark(point)) {
            mark('\0', at, at + 2);
        } else if (Character.getType(point) != Character.FORMAT) {
            supplementary(Character.toLowerCase(point), at);
        }
        return 2;
    }

    private void supplementary(int point, int at) {
        boolean alone = Character.isIdeographic(point);
        if (!Character.isLetterOrDigit(point)) {
            close();
            return;
        }
        if (alone) {
            close();
        }
        for (char half : Character.toChars(point)) {
            letter(half, at, at + 2);
        }
        state = alone ? COMPLETE : INSIDE;
    }

    private void ideograph(char letter, int at) {
        close();
        letter(letter, at, at + 1);
        state = COMPLETE;
    }

    private void apostrophe() {
        if (state == INSIDE && !isElision()) {
            state = APOSTROPHE;
        } else {
            close();
        }
    }

    /** Whether the word so far is what French and Italian write before an apostrophe. */
    private boolean isElision() {
        return switch (length - from) {
            case 1 -> "ldnsjmc".indexOf(letters[from]) >= 0;
            case 2 -> letters[from] == 'q' && letters[from + 1] == 'u';
            default -> false;
        };
    }

    /** A mark is part of the letter before it; three Cyrillic letters are written with one and are letters of their own. */
    private void mark(char mark, int at, int after) {
        if (state != OUTSIDE && state != APOSTROPHE && end == at) {
            end = after;
            char letter = letters[length - 1];
            char marked = Folded.marked(letter, mark);
            letters[length - 1] = marked;
            hash = Hash.withLast(hash, letter, marked);
        }
    }

    private void close() {
        if (state == OUTSIDE) {
            return;
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            places = Arrays.copyOf(places, 4 * size);
        }
        ends[size] = 2 * length + (joined ? 1 : 0);
        hashes[size] = hash;
        places[2 * size] = start;
        places[2 * size + 1] = end;
        size++;
        state = OUTSIDE;
    }
}
