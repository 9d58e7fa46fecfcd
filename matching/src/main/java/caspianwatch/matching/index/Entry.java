package caspianwatch.matching.index;

/**
 * A query in the index; another one under the same id is another entry.
 *
 * @param <T> what hangs on a query
 */
final class Entry<T> {
    final String id;
    final T value;
    final int[] program;
    private final long born;
    /** 0 while it lives. */
    private volatile long died;
    /** Its number among the entries. Only who changes the index reads it here. */
    int slot;
    /** In how many postings it hangs. */
    int hanging;

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

    /** Whether it counts in a version of the index. */
    boolean isIn(long version) {
        return born <= version && (died == 0 || died > version);
    }

    boolean isAlive() {
        return died == 0;
    }

    /** Whether it counts in no version from this one on. */
    boolean isGone(long version) {
        return died != 0 && died <= version;
    }
}
