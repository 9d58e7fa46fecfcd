package caspianwatch.matching.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The entries that an article has met and could meet again. For one thread. */
final class Met<T> {
    private @Nullable Object[] table = new Object[64];
    private int size;

    void clear() {
        if (size > 0) {
            Arrays.fill(table, null);
            size = 0;
        }
    }

    /** Whether it is the first time. */
    boolean add(Entry<T> entry) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        int at = find(entry);
        if (table[at] != null) {
            return false;
        }
        table[at] = entry;
        size++;
        return true;
    }

    boolean isLarge() {
        return table.length > 1 << 16;
    }

    private void grow() {
        var smaller = table;
        table = new Object[2 * smaller.length];
        for (var entry : smaller) {
            if (entry != null) {
                table[find(entry)] = entry;
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private int find(Object entry) {
        int at = ((entry.hashCode() * 0x9E3779B9) >>> 8) & (table.length - 1);
        while (table[at] != null && table[at] != entry) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }
}
