package caspianwatch.matching.term;

import caspianwatch.matching.text.Fours;
import caspianwatch.matching.text.Tokens;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Short exact words that are nothing else, as most words of most queries are: number and letters of each side by side, so that an
 * article's word costs one read from memory. A word has two places where it can be; where both are taken, or it is too long, its
 * first place says that not all is here.
 *
 * <p>One thread writes, any number read; a place is never given to another word.
 */
final class Singles {
    /** Where the answer is not here; no word's number, and no word is 0. */
    static final int NOT_SURE = -1;
    /** The most letters of a word. */
    private static final int LETTERS = Tokens.BEYOND;
    /** Four letters make a number, and before them stand the hash, in the upper half, and the word's number. */
    private static final int SIZE = 1 + LETTERS / 4;
    /** Beside a number: there is a word whose first place this is, and which is not here. */
    private static final int MORE = 1 << 31;
    /** Instead of a number: the word is more than that. */
    private static final int SEVERAL = MORE - 1;
    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);

    private final long[] entries;
    /** Of places. */
    private final int mask;

    Singles(int bits) {
        mask = (1 << bits) - 1;
        // The second place of the last one comes after it.
        entries = new long[SIZE * (mask + 2)];
    }

    /** Brings near what {@link #word} will read of the different tokens of a batch, and notes where that is. */
    void touch(Batch batch, int count) {
        int[] places = batch.places;
        for (int i = 0; i < count; i++) {
            long hash = batch.hashes[i];
            int home = home(hash);
            // The second place where it is that, without a branch.
            int isSecond = isNothing((int) (entries[home + SIZE] >>> 32) ^ (int) hash);
            places[i] = (home + (SIZE & isSecond)) | ((int) entries[home] & MORE);
        }
        long near = 0;
        for (int i = 0; i < count; i++) {
            near += entries[(places[i] & ~MORE) + 2];
        }
        batch.touched = (int) near;
    }

    /** The number of the one word that a token is, 0 where it is none; {@link #NOT_SURE} where more is to be asked. */
    int word(Batch batch, int index, MemorySegment letters, int from, int to) {
        int known = to - from;
        if (known > LETTERS) {
            return NOT_SURE;
        }
        int noted = batch.places[index];
        int place = noted & ~MORE;
        long entry = (long) ENTRY.getAcquire(entries, place);
        long differs = ((Fours.at(letters, from) & Fours.mask(known)) ^ entries[place + 1])
                | ((Fours.at(letters, from + 4) & Fours.mask(known - 4)) ^ entries[place + 2])
                | ((Fours.at(letters, from + 8) & Fours.mask(known - 8)) ^ entries[place + 3]);
        if (noted < 0 && differs != 0) {
            return NOT_SURE;
        }
        int number = (int) entry & ~MORE & isNothing((int) (differs | (differs >>> 32)));
        return number == SEVERAL ? NOT_SURE : number;
    }

    /** All ones for 0, 0 for anything else. */
    private static int isNothing(int number) {
        return ~((number | -number) >> 31);
    }

    /** Adds a word that is nothing else. */
    void add(char[] letters, long hash, int number) {
        int home = home(hash);
        int at = isFree(home) ? home : home + SIZE;
        if (letters.length > LETTERS || !isFree(at)) {
            more(home);
            return;
        }
        for (int i = 0; i < letters.length; i++) {
            entries[at + 1 + (i >>> 2)] |= (long) letters[i] << (16 * (i & 3));
        }
        ENTRY.setRelease(entries, at, entries[at] | (hash << 32) | number);
    }

    /** Letters are a word that is more than one, or that only counts where it is written so. */
    void several(char[] letters, long hash) {
        int home = home(hash);
        for (int at = home; at <= home + SIZE; at += SIZE) {
            if (!isFree(at) && is(at, letters)) {
                ENTRY.setRelease(entries, at, entries[at] | SEVERAL);
                return;
            }
        }
        more(home);
    }

    private int home(long hash) {
        return SIZE * ((int) (hash >>> 32) & mask);
    }

    private boolean is(int place, char[] letters) {
        for (int i = 0; i < LETTERS; i++) {
            char letter = (char) (entries[place + 1 + (i >>> 2)] >>> (16 * (i & 3)));
            if (letter != (i < letters.length ? letters[i] : 0)) {
                return false;
            }
        }
        return letters.length <= LETTERS;
    }

    private boolean isFree(int place) {
        return (entries[place] & ~(1L << 31)) == 0;
    }

    private void more(int home) {
        ENTRY.setRelease(entries, home, entries[home] | 1L << 31);
    }
}
