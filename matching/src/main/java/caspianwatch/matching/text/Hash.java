package caspianwatch.matching.text;

import java.lang.foreign.MemorySegment;
import java.security.SecureRandom;

/**
 * A hash of a word's letters, twelve at a time, and another one that grows letter by letter, so that every beginning of a word
 * costs one step. Their factors are drawn anew in each process: nobody can write an article or a query whose words meet in one
 * place of a table.
 */
public final class Hash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long FIRST = RANDOM.nextLong();
    private static final long SECOND = RANDOM.nextLong();
    private static final long THIRD = RANDOM.nextLong();
    private static final long FACTOR = RANDOM.nextLong() | 1;
    private static final int LETTERS = Tokens.BEYOND;

    private Hash() {}

    /**
     * Of a word's letters.
     *
     * @param letters with as many more after them as {@link Tokens#BEYOND} says
     */
    public static long of(MemorySegment letters, int from, int to) {
        long hash = 0;
        int at = from;
        for (; to - at > LETTERS; at += LETTERS) {
            hash = with(hash, Fours.at(letters, at), Fours.at(letters, at + 4), Fours.at(letters, at + 8));
        }
        int count = to - at;
        return with(hash, Fours.at(letters, at) & Fours.mask(count),
                Fours.at(letters, at + 4) & Fours.mask(count - 4), Fours.at(letters, at + 8) & Fours.mask(count - 8));
    }

    /** Of some letters. */
    public static long of(char[] letters, int from, int to) {
        long hash = 0;
        int at = from;
        for (; to - at > LETTERS; at += LETTERS) {
            hash = with(hash, Fours.of(letters, at, to), Fours.of(letters, at + 4, to), Fours.of(letters, at + 8, to));
        }
        return with(hash, Fours.of(letters, at, to), Fours.of(letters, at + 4, to), Fours.of(letters, at + 8, to));
    }

    /** Of a text's letters. */
    public static long of(String letters) {
        return of(letters.toCharArray(), 0, letters.length());
    }

    /** Of some numbers. */
    public static long of(int[] numbers) {
        long hash = 0;
        for (int number : numbers) {
            hash = with(hash, number, numbers.length, 0);
        }
        return hash;
    }

    private static long with(long hash, long first, long second, long third) {
        long both = product(first ^ FIRST ^ hash, second ^ SECOND);
        return product(both ^ third ^ THIRD, FACTOR);
    }

    /** The upper half of a product on the lower one. */
    private static long product(long one, long other) {
        return Math.unsignedMultiplyHigh(one, other) ^ (one * other);
    }

    /** The hash of a beginning with one letter more; that of nothing is 0, and the upper bits are the better ones. */
    public static long growing(long hash, char letter) {
        return (hash + letter) * FACTOR;
    }
}
