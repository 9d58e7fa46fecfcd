package caspianwatch.matching.text;

import org.jspecify.annotations.Nullable;

/**
 * Cuts texts into words: folding, cutting and hashing in one pass over the characters. Where there are but letters and gaps, it
 * does not branch on which of the two comes next, for the ends of words cannot be foretold. For one thread.
 */
final class TokenCutter {
    private static final ThreadLocal<TokenCutter> OF_THREAD = ThreadLocal.withInitial(TokenCutter::new);
    /** Longer texts get buffers that are not kept. */
    private static final int KEPT = 1 << 16;
    /** Characters that are cut together. */
    private static final int BLOCK = Long.SIZE;

    /** A bit of every Cyrillic letter and of no Latin one. */
    private static final int CYRILLIC = 0x400;

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
    /** The hash of the letters of the word up to each character of a block, after that up to the block. */
    private final long[] sums = new long[BLOCK + 1];

    private int state;
    private int from;
    private long hash;
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
        sums[BLOCK] = 0;
        int length = BLOCK;
        int at = first;
        while (at < count && length == BLOCK) {
            words.makeRoom(at + shift + BLOCK, (edge >>> 1) - words.size + BLOCK / 2 + 1);
            length = Math.min(BLOCK, count - at);
            long sum = sums[BLOCK];
            sums[0] = sum;
            char[] in = source;
            char[] out = words.letters;
            long[] growing = sums;
            int some = 0;
            long gaps = 0;
            long cyrillics = 0;
            for (int i = 0; i < length; i++) {
                int code = Folding.code(in[at + i]);
                out[at + shift + i] = (char) code;
                some |= code;
                int parts = code >>> 16;
                gaps |= (long) parts << i;
                cyrillics |= (long) ((code & CYRILLIC) >>> 10) << i;
                sum = Hash.withOrNothing(sum, (char) code, parts - 1);
                growing[i + 1] = sum;
            }
            if (some >= Folding.MARK) {
                length = untilOther(at);
            }
            long inside = length == BLOCK ? -1 : (1L << length) - 1;
            long before = gaps << 1 | gap;
            mixed |= ((cyrillics ^ (cyrillics << 1 | cyrillic)) & ~(gaps | before) & inside) != 0;
            for (long edges = (gaps ^ before) & inside; edges != 0; edges &= edges - 1) {
                int bit = Long.numberOfTrailingZeros(edges);
                words.places[edge] = at + bit;
                words.hashes[edge >>> 1] = sums[bit];
                edge++;
            }
            if (length > 0) {
                gap = gaps >>> (length - 1) & 1;
                cyrillic = cyrillics >>> (length - 1) & 1;
            }
            at += length;
        }
        words.end(edge >>> 1, shift, mixed);
        words.length = at + shift;
        if (gap == 0) {
            open(words.places[edge - 1], at, shift, sums[length]);
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
    private void open(int first, int after, int shift, long sum) {
        state = INSIDE;
        from = first + shift;
        hash = sum;
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
        long sum = hash;
        int at = first;
        int code = Folding.code(in[at]);
        do {
            some |= code;
            all &= code;
            out[to++] = (char) code;
            sum = Hash.with(sum, (char) code);
            at++;
            code = at < count ? Folding.code(in[at]) : Folding.GAP;
        } while (code < Folding.GAP);
        words.length = to;
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
            from = Math.max(words.length, at);
            words.length = from;
            hash = 0;
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
            char marked = Folded.marked(letter, mark);
            words.letters[words.length - 1] = marked;
            hash = Hash.withLast(hash, letter, marked);
        }
    }

    private void close() {
        if (state == OUTSIDE) {
            return;
        }
        if ((some & CYRILLIC) != (all & CYRILLIC) && MixedScripts.mend(words.letters, from, words.length)) {
            hash = Hash.of(words.letters, from, words.length);
        }
        words.end(from, start, end, hash, joined);
        state = OUTSIDE;
    }
}
