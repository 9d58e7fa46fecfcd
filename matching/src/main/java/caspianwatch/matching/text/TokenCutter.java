package caspianwatch.matching.text;

import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into words: folding and cutting in one pass over the characters. Where there are but letters and gaps, it
 * does not branch on which of the two comes next, for the ends of words cannot be foretold. For one thread.
 */
final class TokenCutter {
    private static final ThreadLocal<TokenCutter> OF_THREAD = ThreadLocal.withInitial(TokenCutter::new);
    /** Longer texts get buffers that are not kept. */
    private static final int KEPT = 1 << 16;
    /** Characters that are cut together. */
    private static final int BLOCK = Long.SIZE / 2;
    /** The lower of the two bits that say of each character of a block what it is. */
    private static final long LOWER = 0x5555_5555_5555_5555L;

    /** Where we are: between words, in one, after an apostrophe in one, or after a Chinese character. */
    private static final int OUTSIDE = 0;
    private static final int INSIDE = 1;
    private static final int APOSTROPHE = 2;
    private static final int COMPLETE = 3;

    /** The last texts of this thread, title and text by turns. */
    private final @Nullable Tokens[] recent = new Tokens[4];
    private int oldest;

    private char[] source = new char[1024];
    private final Words words = new Words();

    private int state;
    private int from;
    private int start;
    private int end;
    private boolean joined;
    /** The bits that some letters of the word have, and those that all have. */
    private int some;
    private int all;

    private TokenCutter() {}

    static Tokens cut(String text) {
        var cutter = text.length() <= KEPT ? OF_THREAD.get() : new TokenCutter();
        cutter.read(text);
        return cutter.words.tokens(text);
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
        words.clear();
        state = OUTSIDE;
        int at = 0;
        while (at < count) {
            if (state == OUTSIDE) {
                at = plain(at, count);
                if (at == count) {
                    break;
                }
            }
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

    /**
     * Letters and gaps, which is nearly everything: the edges of words are bits, of a block at a time. It begins outside of
     * words; the word in which it stops stays open.
     *
     * @return the place of the first character that is something else
     */
    private int plain(int first, int count) {
        int shift = Math.max(0, words.length - first);
        int edge = 2 * words.size;
        // Of the last character.
        long gap = 1;
        long cyrillic = 0;
        boolean mixed = false;
        int length = BLOCK;
        int at = first;
        while (at < count && length == BLOCK) {
            words.makeRoom(at + shift + BLOCK, (edge >>> 1) - words.size + BLOCK / 2 + 1);
            length = Math.min(BLOCK, count - at);
            char[] in = source;
            char[] out = words.letters;
            int some = 0;
            long kinds = 0;
            for (int i = 0; i < length; i++) {
                int code = Folding.code(in[at + i]);
                out[at + shift + i] = (char) code;
                some |= code;
                kinds |= (long) (code >>> Folding.KIND) << (2 * i);
            }
            if (some >= Folding.MARK) {
                length = untilOther(at);
            }
            long inside = length == BLOCK ? -1 : (1L << (2 * length)) - 1;
            long gaps = kinds >>> 1 & LOWER;
            long cyrillics = kinds & LOWER;
            long before = gaps << 2 | gap;
            mixed |= ((cyrillics ^ (cyrillics << 2 | cyrillic)) & ~(gaps | before) & LOWER & inside) != 0;
            int[] places = words.places;
            for (long edges = (gaps ^ before) & inside; edges != 0; edges &= edges - 1) {
                places[edge++] = at + (Long.numberOfTrailingZeros(edges) >>> 1);
            }
            if (length > 0) {
                gap = gaps >>> (2 * (length - 1)) & 1;
                cyrillic = cyrillics >>> (2 * (length - 1)) & 1;
            }
            at += length;
        }
        words.end(edge >>> 1, shift, mixed);
        words.length = at + shift;
        if (gap == 0) {
            open(words.places[edge - 1], at, shift);
        }
        return at;
    }

    /** How many characters there are before the first that is neither letter nor gap. */
    private int untilOther(int first) {
        int at = first;
        while (Folding.code(source[at]) < Folding.MARK) {
            at++;
        }
        return at - first;
    }

    /** Goes on with a word of letters alone, which are the last ones. */
    private void open(int first, int after, int shift) {
        state = INSIDE;
        from = first + shift;
        start = first;
        end = after;
        joined = false;
        some = 0;
        all = -1;
        for (int i = from; i < words.length; i++) {
            some |= words.letters[i];
            all &= words.letters[i];
        }
    }

    /** Letters in a row where a word is open: all in registers. Returns the place after them. */
    private int letters(int first, int count) {
        if (state != INSIDE) {
            begin(first);
        }
        words.makeRoom(words.length + count - first, 0);
        char[] in = source;
        char[] out = words.letters;
        int to = words.length;
        int at = first;
        int code = Folding.code(in[at]);
        do {
            some |= code;
            all &= code;
            out[to++] = (char) code;
            at++;
            code = at < count ? Folding.code(in[at]) : Folding.GAP;
        } while (code < Folding.GAP);
        words.length = to;
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
            from = Math.max(words.length, at);
            words.length = from;
            joined = false;
            some = 0;
            all = -1;
            start = at;
        }
        state = INSIDE;
    }

    private void add(char letter) {
        words.add(letter);
        some |= letter;
        all &= letter;
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
        return switch (words.length - from) {
            case 1 -> "ldnsjmc".indexOf(words.letters[from]) >= 0;
            case 2 -> words.letters[from] == 'q' && words.letters[from + 1] == 'u';
            default -> false;
        };
    }

    /** A mark is part of the letter before it; three Cyrillic letters are written with one and are letters of their own. */
    private void mark(char mark, int at, int after) {
        if (state != OUTSIDE && state != APOSTROPHE && end == at) {
            end = after;
            char letter = words.letters[words.length - 1];
            words.letters[words.length - 1] = Folded.marked(letter, mark);
        }
    }

    private void close() {
        if (state == OUTSIDE) {
            return;
        }
        if ((some & Folding.CYRILLIC) != (all & Folding.CYRILLIC)) {
            MixedScripts.mend(words.letters, from, words.length);
        }
        words.end(from, start, end, joined);
        state = OUTSIDE;
    }
}
