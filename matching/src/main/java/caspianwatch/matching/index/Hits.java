package caspianwatch.matching.index;

import java.util.Arrays;

/** The slots of the entries that an article matches, each once. For one thread. */
final class Hits {
    private int[] slots = new int[64];
    private int size;
    /** A bit for every slot that is there. */
    private long[] there = new long[64];

    void clear() {
        for (int i = 0; i < size; i++) {
            there[slots[i] >>> 6] = 0;
        }
        size = 0;
    }

    /** Makes room for so many more of slots that are lower than a number. */
    void makeRoom(int more, int upTo) {
        if (size + more > slots.length) {
            slots = Arrays.copyOf(slots, 2 * (size + more));
        }
        if (upTo >>> 6 >= there.length) {
            there = Arrays.copyOf(there, Math.max(2 * there.length, (upTo >>> 6) + 1));
        }
    }

    /** Adds one unless it has come before, without a branch: whether it has cannot be foretold. */
    void add(int slot) {
        long now = there[slot >>> 6];
        there[slot >>> 6] = now | 1L << slot;
        slots[size] = slot;
        size += (int) (~now >>> slot) & 1;
    }

    int size() {
        return size;
    }

    int slot(int index) {
        return slots[index];
    }
}
