package caspianwatch.matching.index;

import org.jspecify.annotations.Nullable;

/**
 * A query in the index; another one under the same id is another entry. Entries of equal queries share a slot, and each knows
 * the next of them.
 *
 * @param <T> what hangs on a query
 */
final class Entry<T> {
    final String id;
    final T value;
    private final long born;
    /** 0 while it lives. */
    private volatile long died;
    /** Whoever matches walks along here while one thread adds entries and takes away those that are gone. */
    volatile @Nullable Entry<T> next;
    /** One for all of a slot. Only who changes the index reads it. */
    int[] program;
    /** Its number, which it shares with equal queries. Only who changes the index reads it here. */
    int slot;

    Entry(String id, T value, int[] program, long born) {
        this.id = id;
        this.value = value;
        this.program = program;
        this.born = born;
    }

    void die(long version) {
        died = version;
    }

    long born() {
        return born;
    }

    /** The first version in which it counts no more; 0 while there is none. */
    long died() {
        return died;
    }

    /** Whether it counts in a version of the index. */
    boolean isIn(long version) {
        return born <= version && (died == 0 || died > version);
    }

    boolean isAlive() {
        return died == 0;
    }

    /** Whether it counts in every version from this one on, as far as there are any. */
    boolean isSettled(long version) {
        return died == 0 && born <= version;
    }

    /** Whether it counts in no version from this one on. */
    boolean isGone(long version) {
        return died != 0 && died <= version;
    }
}
