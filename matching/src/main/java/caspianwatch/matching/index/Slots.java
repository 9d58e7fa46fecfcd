package caspianwatch.matching.index;

import caspianwatch.matching.term.Ids;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that postings know queries by. Equal queries share one, up to a bound: they hang in one place, and are checked
 * once. One thread changes them, any number read.
 *
 * <p>A slot is <em>settled</em> when all its entries count in every version that anybody reads or will read: then two bits are
 * all that a match looks at. One whose entries have changed lately is not. A slot is given to other entries when no posting
 * has it and no match runs that could have seen one which had it.
 */
final class Slots<T> {
    /** The most entries of a slot, so that a change never walks far; there are more slots of the same query then. */
    private static final int TOGETHER = 64;

    private volatile SlotTable<T> table = new SlotTable<>(64);
    /** Where further entries of each program go. */
    private final Programs programs = new Programs(slot -> table.first(slot).program);
    /** In how many postings each slot hangs. */
    private int[] hanging = new int[64];
    private int used;
    private final Ids free = new Ids();
    /** Entries that were not in the oldest version which is read, the oldest first. */
    private final ArrayDeque<Entry<T>> young = new ArrayDeque<>();
    /** Entries that were still in it, in the order of their ends. */
    private final ArrayDeque<Entry<T>> ended = new ArrayDeque<>();
    private final ArrayDeque<Leaving> leaving = new ArrayDeque<>();
    private long next;
    private long oldest;

    /** A slot that hangs nowhere any more, and the first version whose readers cannot have met it. */
    private record Leaving(int slot, long version) {}

    /** To be asked for once the version to read is known. */
    SlotTable<T> table() {
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
        for (var entry = ended.peek(); entry != null && entry.isGone(oldest); entry = ended.peek()) {
            ended.remove();
            settle(entry.slot);
        }
        for (var entry = young.peek(); entry != null && entry.born() <= oldest; entry = young.peek()) {
            young.remove();
            settle(entry.slot);
        }
        for (var gone = leaving.peek(); gone != null && gone.version <= oldest; gone = leaving.peek()) {
            leaving.remove();
            table.clear(gone.slot);
            free.add(gone.slot);
        }
    }

    /** Lets go of entries that are gone; where all others count for whoever reads, nobody has to look at them from now on. */
    private void settle(int slot) {
        var first = table.first(slot);
        for (var after = first.next; after != null && first.isGone(oldest); after = first.next) {
            first = after;
        }
        table.first(slot, first);
        boolean settled = first.isSettled(oldest);
        var before = first;
        for (var entry = first.next; entry != null; entry = entry.next) {
            if (entry.isGone(oldest)) {
                before.next = entry.next;
            } else {
                settled &= entry.isSettled(oldest);
                before = entry;
            }
        }
        if (settled) {
            table.settle(slot);
        }
    }

    /** The oldest version that was being read when the change began. */
    long oldest() {
        return oldest;
    }

    /** Gives an entry the slot of equal queries; false where it needs one of its own. */
    boolean join(Entry<T> entry) {
        int slot = programs.slot(entry.program);
        if (slot < 0) {
            return false;
        }
        var first = table.first(slot);
        int count = 1;
        for (var each = first.next; each != null; each = each.next) {
            count++;
        }
        if (count >= TOGETHER) {
            return false;
        }
        table.unsettle(slot);
        entry.slot = slot;
        entry.program = first.program;
        entry.next = first.next;
        first.next = entry;
        young.add(entry);
        return true;
    }

    /** Gives an entry a slot of its own, which others may join. */
    void add(Entry<T> entry) {
        entry.slot = free.size() > 0 ? free.removeLast() : used++;
        if (entry.slot >= table.size()) {
            table = table.larger();
            hanging = Arrays.copyOf(hanging, table.size());
        }
        table.unsettle(entry.slot);
        table.first(entry.slot, entry);
        programs.put(entry.program, entry.slot);
        young.add(entry);
    }

    /** Ends an entry with this change. */
    void end(Entry<T> entry) {
        entry.die(next);
        table.unsettle(entry.slot);
        ended.add(entry);
        if (!isAlive(entry.slot)) {
            programs.remove(entry.program, entry.slot);
        }
    }

    /** The highest number so far. */
    int highest() {
        return used - 1;
    }

    /** What the queries of a slot are. */
    int[] program(int slot) {
        return table.first(slot).program;
    }

    /** The entries of a slot that live. */
    List<Entry<T>> alive(int slot) {
        var alive = new ArrayList<Entry<T>>();
        for (@Nullable
        Entry<T> entry = table.first(slot); entry != null; entry = entry.next) {
            if (entry.isAlive()) {
                alive.add(entry);
            }
        }
        return alive;
    }

    /** Whether any entry of a slot lives. */
    boolean isAlive(int slot) {
        for (@Nullable
        Entry<T> entry = table.first(slot); entry != null; entry = entry.next) {
            if (entry.isAlive()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the entries of a slot count in no version that anybody reads or will read. */
    boolean isGone(int slot) {
        for (@Nullable
        Entry<T> entry = table.first(slot); entry != null; entry = entry.next) {
            if (!entry.isGone(oldest)) {
                return false;
            }
        }
        return true;
    }

    /** A slot hangs in so many postings. */
    void hung(int slot, int postings) {
        hanging[slot] = postings;
    }

    /** A posting has let go of a slot. */
    void dropped(int slot) {
        if (--hanging[slot] == 0) {
            leaving.add(new Leaving(slot, next));
        }
    }
}
