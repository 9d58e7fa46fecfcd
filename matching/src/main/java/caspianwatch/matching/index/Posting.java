package caspianwatch.matching.index;

import org.jspecify.annotations.Nullable;

/**
 * The entries that hang on one key, each with a second key that an article must have too (0 where there is none): the second
 * keys alone are read until one passes. One thread appends, any number read; a full one is replaced by another.
 */
final class Posting<T> {
    /** Set in a second key where the entry hangs on other keys as well, so that an article can meet it more than once. */
    static final int REPEATED = 1 << 31;

    private final int[] seconds;
    private final @Nullable Entry<T>[] entries;
    private int size;

    static <T> Posting<T> of(Entry<T> entry, int second) {
        var posting = new Posting<T>(1);
        posting.append(entry, second);
        return posting;
    }

    @SuppressWarnings("unchecked")
    private Posting(int room) {
        seconds = new int[room];
        entries = (@Nullable Entry<T>[]) new Entry<?>[room];
    }

    int size() {
        return size;
    }

    int second(int index) {
        return seconds[index];
    }

    /** An entry; null where it is newer than whatever the reader has to see. */
    @Nullable
    Entry<T> entry(int index) {
        return entries[index];
    }

    /** Appends; false where it is full. */
    boolean append(Entry<T> entry, int second) {
        if (size == entries.length) {
            return false;
        }
        entries[size] = entry;
        seconds[size] = second;
        size++;
        return true;
    }

    /** Without the entries that count in no version from this one on, and with room for others or just for itself. */
    Posting<T> copy(long version, boolean others) {
        int kept = size - gone(version);
        var copy = new Posting<T>(others ? kept + 1 + kept / 2 : kept);
        for (int i = 0; i < size; i++) {
            var entry = entries[i];
            if (entry != null && !entry.isGone(version)) {
                copy.append(entry, seconds[i]);
            }
        }
        return copy;
    }

    /** How many of its entries count in no version from this one on. */
    int gone(long version) {
        int gone = 0;
        for (int i = 0; i < size; i++) {
            gone += isGone(i, version) ? 1 : 0;
        }
        return gone;
    }

    private boolean isGone(int index, long version) {
        var entry = entries[index];
        return entry == null || entry.isGone(version);
    }
}
