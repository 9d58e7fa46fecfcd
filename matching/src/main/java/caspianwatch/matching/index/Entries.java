package caspianwatch.matching.index;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The living entries by id: a set of references, for a map of a million ids would cost more than all else. For one thread. */
final class Entries<T> {
    private @Nullable Entry<T>[] table = table(16);
    private int size;

    int size() {
        return size;
    }

    /** Puts an entry in the place of the older one, which it returns. */
    @Nullable
    Entry<T> put(Entry<T> entry) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        int at = find(entry.id);
        var older = table[at];
        table[at] = entry;
        size += older == null ? 1 : 0;
        return older;
    }

    @Nullable
    Entry<T> remove(String id) {
        int at = find(id);
        var older = table[at];
        if (older != null) {
            size--;
            close(at);
        }
        return older;
    }

    /** Moves up whatever was displaced by the one that left its place empty. */
    private void close(int gap) {
        table[gap] = null;
        int hole = gap;
        int at = next(hole);
        for (var entry = table[at]; entry != null; entry = table[at]) {
            int home = home(entry.id);
            if (((at - home) & (table.length - 1)) >= ((at - hole) & (table.length - 1))) {
                table[hole] = entry;
                table[at] = null;
                hole = at;
            }
            at = next(at);
        }
    }

    private void grow() {
        var smaller = table;
        table = table(2 * smaller.length);
        for (var entry : smaller) {
            if (entry != null) {
                table[find(entry.id)] = entry;
            }
        }
    }

    private int find(String id) {
        int at = home(id);
        while (table[at] != null && !Objects.requireNonNull(table[at]).id.equals(id)) {
            at = next(at);
        }
        return at;
    }

    private int home(String id) {
        return (id.hashCode() * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(table.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (table.length - 1);
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable Entry<T>[] table(int length) {
        return (@Nullable Entry<T>[]) new Entry<?>[length];
    }
}
