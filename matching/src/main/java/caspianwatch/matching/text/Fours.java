package caspianwatch.matching.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Letters in fours, as numbers, the first in the lowest bits: to hash and to compare them takes a quarter of the steps. */
public final class Fours {
    private static final ValueLayout.OfLong FOUR = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    /** The least count of letters that is asked for a mask. */
    private static final int LEAST = 4 - Tokens.BEYOND;
    private static final long[] MASKS = new long[Tokens.BEYOND - LEAST + 1];
    static {
        for (int i = 0; i < MASKS.length; i++) {
            int count = i + LEAST;
            MASKS[i] = count <= 0 ? 0 : count >= 4 ? -1 : (1L << (Character.SIZE * count)) - 1;
        }
    }

    private Fours() {}

    /** The four letters from one on. */
    public static long at(MemorySegment letters, int index) {
        return letters.get(FOUR, (long) Character.BYTES * index);
    }

    /**
     * The bits of the first so many of four letters: all where there are more, none where there are fewer than one.
     *
     * @param count from {@code 4 - Tokens.BEYOND} to {@code Tokens.BEYOND}
     */
    public static long mask(int count) {
        return MASKS[count - LEAST];
    }

    /** The four letters from one on, as far as there are so many. */
    static long of(char[] letters, int from, int to) {
        long four = 0;
        for (int i = Math.min(from + 4, to) - 1; i >= from; i--) {
            four = four << Character.SIZE | letters[i];
        }
        return four;
    }
}
