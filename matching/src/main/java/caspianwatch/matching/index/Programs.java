package caspianwatch.matching.index;

import caspianwatch.matching.text.Hash;
import java.util.Arrays;
import java.util.function.IntFunction;

/** For each program that is alive the slot where another entry of it belongs: an open-addressing set of slots. For one thread. */
final class Programs {
    /** What a slot's program is. */
    private final IntFunction<int[]> known;
    /** Slots and 1; 0 where there is none. */
    private int[] table = new int[16];
    private int size;

    Programs(IntFunction<int[]> known) {
        this.known = known;
    }

    /** The slot of a program; -1 where there is none. */
    int slot(int[] program) {
        return table[find(program)] - 1;
    }

    /** From now on this is the slot of a program. */
    void put(int[] program, int slot) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        int at = find(program);
        size += table[at] == 0 ? 1 : 0;
        table[at] = slot + 1;
    }

    /** Forgets a program, where this is its slot. */
    void remove(int[] program, int slot) {
        int at = find(program);
        if (table[at] == slot + 1) {
            size--;
            close(at);
        }
    }

    /** Moves up whatever was displaced by the one that left its place empty. */
    private void close(int gap) {
        table[gap] = 0;
        int hole = gap;
        for (int at = next(hole); table[at] != 0; at = next(at)) {
            int home = home(known.apply(table[at] - 1));
            if (((at - home) & (table.length - 1)) >= ((at - hole) & (table.length - 1))) {
                table[hole] = table[at];
                table[at] = 0;
                hole = at;
            }
        }
    }

    private void grow() {
        int[] smaller = table;
        table = new int[2 * smaller.length];
        for (int slot : smaller) {
            if (slot != 0) {
                table[find(known.apply(slot - 1))] = slot;
            }
        }
    }

    private int find(int[] program) {
        int at = home(program);
        while (table[at] != 0 && !Arrays.equals(known.apply(table[at] - 1), program)) {
            at = next(at);
        }
        return at;
    }

    private int home(int[] program) {
        return (int) Hash.of(program) & (table.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (table.length - 1);
    }
}
