package caspianwatch.matching.index;

import java.util.Arrays;

/** The slots of the entries that an article matches, each once. For one thread. */
final class Hits {
    private int[] slots = new int[64];
    private int size;
    /** A bit for every slot that could come again. */
    private long[] repeated = new long[64];

    void clear() {
        for (int i = 0; i < size; i++) {
            if (slots[i] >>> 6 < repeated.length) {
                repeated[slots[i] >>> 6] = 0;
            }
        }
        size = 0;
    }

    /** Adds one that comes only once. */
    void add(int slot) {
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, 2 * size);
        }
        slots[size++] = slot;
    }

    /** Adds one unless it has come before. */
    void addOnce(int slot) {
        if (slot >>> 6 >= repeated.length) {
            repeated = Arrays.copyOf(repeated, Math.max(2 * repeated.length, (slot >>> 6) + 1));
        }
        long bit = 1L << slot;
        if ((repeated[slot >>> 6] & bit) == 0) {
            repeated[slot >>> 6] |= bit;
            add(slot);
        }
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }
}
