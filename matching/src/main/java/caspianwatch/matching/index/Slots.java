package caspianwatch.matching.index;

import caspianwatch.matching.term.Ids;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The entries by number, as postings name them. One thread changes it, any number read.
 *
 * <p>An entry is <em>settled</em> when it counts in every version that anybody reads or will read: then a bit is all that a
 * match looks at. The newest entries are not, nor are those that ended. A number is given to another entry when no posting has
 * it and no match runs that could have seen one which had it.
 */
final class Slots<T> {
    private volatile Table<T> table = new Table<>(64);
    private int used;
    private final Ids free = new Ids();
    /** Not yet settled, the oldest first. */
    private final ArrayDeque<Entry<T>> young = new ArrayDeque<>();
    private final ArrayDeque<Leaving<T>> leaving = new ArrayDeque<>();
    private long next;
    private long oldest;

    /** An entry that hangs nowhere any more, and the first version whose readers cannot have met it. */
    private record Leaving<T>(Entry<T> entry, long version) {}

    /** What readers look at, all of it replaced when it grows. */
    static final class Table<T> {
        private final @Nullable Entry<T>[] entries;
        private final @Nullable T[] values;
        private final int[] settled;

        @SuppressWarnings("unchecked")
        private Table(int room) {
            entries = (@Nullable Entry<T>[]) new Entry<?>[room];
            values = (@Nullable T[]) new Object[room];
            settled = new int[room / Integer.SIZE];
        }

        private Table(Table<T> from) {
            entries = Arrays.copyOf(from.entries, 2 * from.entries.length);
            values = Arrays.copyOf(from.values, 2 * from.values.length);
            settled = Arrays.copyOf(from.settled, 2 * from.settled.length);
        }

        /** Every slot is lower. */
        int size() {
            return entries.length;
        }

        /** Whether an entry counts in a version of the index; one that is newer than this table does not. */
        boolean isIn(int slot, long version) {
            if (slot >= entries.length) {
                return false;
            }
            if ((settled[slot >>> 5] & (1 << slot)) != 0) {
                return true;
            }
            var entry = entries[slot];
            return entry != null && entry.isIn(version);
        }

        /** What hangs on the queries of entries that count. */
        List<T> values(Hits hits) {
            @SuppressWarnings("unchecked")
            var found = (T[]) new Object[hits.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = Objects.requireNonNull(values[hits.slot(i)]);
            }
            return Arrays.asList(found);
        }
    }

    /** To be asked for once the version to read is known. */
    Table<T> table() {
        return table;
    }

    /**
     * A change begins.
     *
     * @param next the version that it makes
     * @param oldest the oldest version that is being read
     */
    void change(long next, long oldest) {
        this.next = next;
        this.oldest = oldest;
        for (var entry = young.peek(); entry != null && entry.born() <= oldest; entry = young.peek()) {
            if (entry.isAlive()) {
                table.settled[entry.slot >>> 5] |= 1 << entry.slot;
            }
            young.remove();
        }
        for (var gone = leaving.peek(); gone != null && gone.version <= oldest; gone = leaving.peek()) {
            table.entries[gone.entry.slot] = null;
            table.values[gone.entry.slot] = null;
            free.add(gone.entry.slot);
            leaving.remove();
        }
    }

    /** The oldest version that was being read when the change began. */
    long oldest() {
        return oldest;
    }

    /** Gives an entry its number. */
    void add(Entry<T> entry) {
        entry.slot = free.size() > 0 ? free.removeLast() : used++;
        if (entry.slot >= table.entries.length) {
            table = new Table<>(table);
        }
        table.entries[entry.slot] = entry;
        table.values[entry.slot] = entry.value;
        young.add(entry);
    }

    /** Ends an entry with this change. */
    void end(Entry<T> entry) {
        entry.die(next);
        table.settled[entry.slot >>> 5] &= ~(1 << entry.slot);
    }

    /** The highest number so far. */
    int highest() {
        return used - 1;
    }

    Entry<T> entry(int slot) {
        return Objects.requireNonNull(table.entries[slot]);
    }

    /** Whether an entry counts in no version that anybody reads or will read. */
    boolean isGone(int slot) {
        return entry(slot).isGone(oldest);
    }

    /** A posting has let go of an entry. */
    void dropped(int slot) {
        var entry = entry(slot);
        if (--entry.hanging == 0) {
            leaving.add(new Leaving<>(entry, next));
        }
    }
}
