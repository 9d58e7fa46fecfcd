package caspianwatch.matching.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a match looks at of {@link Slots}: the entries of each slot, and, where all of them count whatever version is read, what
 * hangs on them. One thread changes it, any number read; it is replaced when it grows.
 */
final class SlotTable<T> {
    /** Some entries count in one version that is read and not in another. */
    private static final int UNSETTLED = 0;
    /** One entry, which counts. */
    private static final int ONE = 1;
    /** Several, and all of them count. */
    private static final int SEVERAL = 2;
    private static final int STATE = 3;
    private static final int STATES_A_NUMBER = Integer.SIZE / 2;

    private static final VarHandle STATES = MethodHandles.arrayElementVarHandle(int[].class);

    private final @Nullable Entry<T>[] first;
    /** What hangs on the one entry of a settled slot, or an array of that. */
    private final @Nullable Object[] values;
    /** Two bits for each slot. */
    private final int[] states;

    @SuppressWarnings("unchecked")
    SlotTable(int room) {
        first = (@Nullable Entry<T>[]) new Entry<?>[room];
        values = new Object[room];
        states = new int[room / STATES_A_NUMBER];
    }

    private SlotTable(SlotTable<T> from) {
        first = Arrays.copyOf(from.first, 2 * from.first.length);
        values = Arrays.copyOf(from.values, 2 * from.values.length);
        states = Arrays.copyOf(from.states, 2 * from.states.length);
    }

    SlotTable<T> larger() {
        return new SlotTable<>(this);
    }

    /** Every slot is lower; one that is not is newer than whoever has this table reads. */
    int size() {
        return first.length;
    }

    /** The first entry of a slot that is given to some. */
    Entry<T> first(int slot) {
        return Objects.requireNonNull(first[slot]);
    }

    void first(int slot, Entry<T> entry) {
        first[slot] = entry;
    }

    /** From now on its entries have to be looked at. To be done before the version is published in which they change. */
    void unsettle(int slot) {
        state(slot, UNSETTLED);
    }

    /** All entries of a slot count in whatever version is read. */
    void settle(int slot) {
        var only = first(slot);
        boolean alone = only.next == null;
        values[slot] = alone ? only.value : all(only);
        state(slot, alone ? ONE : SEVERAL);
    }

    void clear(int slot) {
        first[slot] = null;
        values[slot] = null;
    }

    private Object[] all(Entry<T> from) {
        int count = 0;
        for (Entry<T> entry = from; entry != null; entry = entry.next) {
            count++;
        }
        var all = new Object[count];
        for (Entry<T> entry = from; entry != null; entry = entry.next) {
            all[--count] = Objects.requireNonNull(entry.value);
        }
        return all;
    }

    /** Whoever sees a state sees what was written before it. */
    private void state(int slot, int state) {
        int at = slot / STATES_A_NUMBER;
        int shift = 2 * (slot % STATES_A_NUMBER);
        STATES.setRelease(states, at, (states[at] & ~(STATE << shift)) | (state << shift));
    }

    private int state(int slot) {
        int of = (int) STATES.getAcquire(states, slot / STATES_A_NUMBER);
        return (of >>> (2 * (slot % STATES_A_NUMBER))) & STATE;
    }

    /** What hangs on the queries of entries that count in a version. */
    List<T> values(Hits hits, long version) {
        int slots = hits.size();
        var found = new Object[slots + slots / 4];
        int count = 0;
        for (int i = 0; i < slots; i++) {
            int slot = hits.slot(i);
            if (state(slot) == ONE) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = Objects.requireNonNull(values[slot]);
            } else {
                Object[] counting = counting(slot, version);
                if (count + counting.length > found.length) {
                    found = Arrays.copyOf(found, 2 * (count + counting.length));
                }
                System.arraycopy(counting, 0, found, count, counting.length);
                count += counting.length;
            }
        }
        @SuppressWarnings("unchecked")
        var list = (List<T>) Arrays.asList(Arrays.copyOf(found, count));
        return list;
    }

    private Object[] counting(int slot, long version) {
        if (state(slot) == SEVERAL) {
            return (Object[]) Objects.requireNonNull(values[slot]);
        }
        var counting = new ArrayList<T>();
        for (var entry = first[slot]; entry != null; entry = entry.next) {
            if (entry.isIn(version)) {
                counting.add(entry.value);
            }
        }
        return counting.toArray();
    }
}
