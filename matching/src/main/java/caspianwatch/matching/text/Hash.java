package caspianwatch.matching.text;

import java.security.SecureRandom;

/**
 * A hash of letters that grows letter by letter, so that every beginning of a word costs one step. The factor is drawn anew in
 * each process: nobody can write an article or a query whose words meet in one place of a table.
 */
public final class Hash {
    private static final long FACTOR = new SecureRandom().nextLong() | 1;

    private Hash() {}

    /** The hash with one letter more; that of nothing is 0. */
    public static long with(long hash, char letter) {
        return (hash + letter) * FACTOR;
    }

    /** The hash with one letter more where the mask is all ones, and that of nothing where it is 0. */
    static long withOrNothing(long hash, char letter, int mask) {
        return (hash + letter) * (FACTOR & mask);
    }

    /** The hash as if its last letter, which was {@code last}, were {@code other}. */
    static long withLast(long hash, char last, char other) {
        return hash + (other - last) * FACTOR;
    }

    /** Of some letters. */
    public static long of(char[] letters, int from, int to) {
        long hash = 0;
        for (int i = from; i < to; i++) {
            hash = with(hash, letters[i]);
        }
        return hash;
    }

    /** Of a text's letters. */
    public static long of(String letters) {
        long hash = 0;
        for (int i = 0; i < letters.length(); i++) {
            hash = with(hash, letters.charAt(i));
        }
        return hash;
    }

    /** Of some numbers. */
    public static long of(int[] numbers) {
        long hash = 0;
        for (int number : numbers) {
            hash = (hash + number) * FACTOR;
        }
        return hash;
    }

    /** All bits mixed into the upper ones, of which a table takes as many as it needs. */
    public static long spread(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
