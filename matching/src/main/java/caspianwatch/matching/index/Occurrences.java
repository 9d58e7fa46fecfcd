package caspianwatch.matching.index;

import caspianwatch.matching.term.Ids;
import java.util.Arrays;

/**
 * Which keys an article has, and where: every word of title and text that some query asks for, by position, and each key's
 * positions in order. Title and text share one line of positions with a gap between them that no phrase and no
 * NEAR can bridge. Its arrays are kept for the next article. For one thread.
 */
final class Occurrences {
    /** Empty positions between title and text. */
    static final int GAP = 256;

    /** The keys found, position by position; those of a position end at its {@code ends}. */
    private final Ids found = new Ids();
    private int[] ends = new int[1024];
    private int positions;
    private int text;

    private int[] position = new int[1024];
    private int[] next = new int[1024];

    /** A table of the keys, each once, 0 where it is free, with the first and the last place in {@code found} beside it. */
    private int[] keys = new int[2048];
    private int[] first = new int[2048];
    private int[] last = new int[2048];
    /** Where in the table the keys are, in the order in which they came. */
    private int[] slots = new int[1024];
    private int count;
    /** A bit for every key. */
    private long[] bits = new long[64];

    void clear() {
        for (int i = 0; i < count; i++) {
            int slot = slots[i];
            bits[keys[slot] >>> 6] = 0;
            keys[slot] = 0;
        }
        found.clear();
        positions = 0;
        text = 0;
        count = 0;
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return keys.length > 1 << 16 || ends.length > 1 << 18;
    }

    /** Where the keys of the next position are to be appended, before {@link #endPosition}. */
    Ids found() {
        return found;
    }

    void endPosition() {
        room(1);
        int end = found.size();
        for (int place = positions == 0 ? 0 : ends[positions - 1]; place < end; place++) {
            occur(place);
        }
        ends[positions++] = end;
    }

    /** What follows is text, what came before was title. */
    void endTitle() {
        room(GAP);
        Arrays.fill(ends, positions, positions + GAP, found.size());
        positions += GAP;
        text = positions;
    }

    private void room(int more) {
        if (positions + more > ends.length) {
            ends = Arrays.copyOf(ends, Math.max(positions + more, 2 * ends.length));
        }
    }

    void fact(int key) {
        if (key != 0) {
            int slot = slot(key);
            if (keys[slot] == 0) {
                create(key, slot, -1);
            }
        }
    }

    private void occur(int place) {
        if (place >= next.length) {
            next = Arrays.copyOf(next, 2 * place);
            position = Arrays.copyOf(position, 2 * place);
        }
        position[place] = positions;
        next[place] = -1;
        int key = found.get(place);
        int slot = slot(key);
        if (keys[slot] == 0) {
            create(key, slot, place);
        } else {
            next[last[slot]] = place;
            last[slot] = place;
        }
    }

    private void create(int key, int slot, int place) {
        keys[slot] = key;
        first[slot] = place;
        last[slot] = place;
        slots[count++] = slot;
        if (key >>> 6 >= bits.length) {
            bits = Arrays.copyOf(bits, 2 * (key >>> 6));
        }
        bits[key >>> 6] |= 1L << key;
        if (2 * count == keys.length) {
            grow();
        }
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldFirst = first;
        int[] oldLast = last;
        keys = new int[2 * oldKeys.length];
        first = new int[keys.length];
        last = new int[keys.length];
        slots = Arrays.copyOf(slots, 2 * slots.length);
        for (int i = 0; i < count; i++) {
            int old = slots[i];
            int slot = slot(oldKeys[old]);
            keys[slot] = oldKeys[old];
            first[slot] = oldFirst[old];
            last[slot] = oldLast[old];
            slots[i] = slot;
        }
    }

    /** Where a key is in the table, or would be. */
    private int slot(int key) {
        int at = ((key * 0x9E3779B9) >>> 8) & (keys.length - 1);
        while (keys[at] != key && keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    /** How many keys the article has. */
    int keys() {
        return count;
    }

    int key(int index) {
        return keys[slots[index]];
    }

    boolean has(int key) {
        return bit(key) != 0;
    }

    /** 1 for a key that it has, 0 for another. */
    int bit(int key) {
        return key >>> 6 < bits.length ? (int) (bits[key >>> 6] >>> key) & 1 : 0;
    }

    /** The first place of a word; -1 where there is none. */
    int first(int key) {
        int slot = slot(key);
        return keys[slot] == key ? first[slot] : -1;
    }

    /** The place after a place of the same word; -1 where there is none. */
    int next(int place) {
        return next[place];
    }

    int position(int place) {
        return position[place];
    }

    boolean isTitle(int position) {
        return position < text;
    }

    /** Whether a word stands at a position. */
    boolean stands(int key, int at) {
        if (at >= positions) {
            return false;
        }
        for (int place = at == 0 ? 0 : ends[at - 1]; place < ends[at]; place++) {
            if (found.get(place) == key) {
                return true;
            }
        }
        return false;
    }
}
