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
    private static final int FILTER = 1024;

    /** The keys found, position by position; those of a position end at its {@code ends}. */
    private final Ids found = new Ids();
    private int[] ends = new int[1024];
    private int positions;
    private int text;

    private int[] position = new int[1024];
    private int[] next = new int[1024];

    /** Keys, each once, with the first and the last place in {@code found}; -1 where it is a fact and no word. */
    private int[] keys = new int[512];
    private int[] first = new int[512];
    private int[] last = new int[512];
    private int count;
    /** The places in {@code keys}, plus 1, by key. */
    private int[] table = new int[2048];
    private final long[] filter = new long[FILTER];

    void clear() {
        found.clear();
        positions = 0;
        text = 0;
        count = 0;
        Arrays.fill(table, 0);
        Arrays.fill(filter, 0);
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return table.length > 1 << 16 || ends.length > 1 << 18;
    }

    /** Where the keys of the next position are to be appended, before {@link #endPosition}. */
    Ids found() {
        return found;
    }

    void endPosition() {
        if (positions == ends.length) {
            ends = Arrays.copyOf(ends, 2 * positions);
        }
        int from = positions == 0 ? 0 : ends[positions - 1];
        for (int place = from; place < found.size(); place++) {
            occur(place);
        }
        ends[positions++] = found.size();
    }

    /** What follows is text, what came before was title. */
    void endTitle() {
        for (int i = 0; i < GAP; i++) {
            endPosition();
        }
        text = positions;
    }

    void fact(int key) {
        if (key != 0 && slot(key) == 0) {
            create(key, -1);
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
        if (slot == 0) {
            create(key, place);
        } else {
            next[last[slot - 1]] = place;
            last[slot - 1] = place;
        }
    }

    private void create(int key, int place) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            first = Arrays.copyOf(first, 2 * count);
            last = Arrays.copyOf(last, 2 * count);
        }
        keys[count] = key;
        first[count] = place;
        last[count] = place;
        count++;
        filter[key >>> 6 & FILTER - 1] |= 1L << key;
        if (2 * count > table.length) {
            table = new int[2 * table.length];
            for (int i = 0; i < count; i++) {
                enter(i);
            }
        } else {
            enter(count - 1);
        }
    }

    private void enter(int index) {
        int at = home(keys[index]);
        while (table[at] != 0) {
            at = at + 1 & table.length - 1;
        }
        table[at] = index + 1;
    }

    private int home(int key) {
        return key * 0x9E3779B9 >>> 8 & table.length - 1;
    }

    private int slot(int key) {
        int at = home(key);
        for (int slot = table[at]; slot != 0; slot = table[at]) {
            if (keys[slot - 1] == key) {
                return slot;
            }
            at = at + 1 & table.length - 1;
        }
        return 0;
    }

    /** How many keys the article has. */
    int keys() {
        return count;
    }

    int key(int index) {
        return keys[index];
    }

    /** Whether it may have a key: one look into 8 KB, wrong for one key in some hundred. */
    boolean mayHave(int key) {
        return (filter[key >>> 6 & FILTER - 1] & 1L << key) != 0;
    }

    boolean has(int key) {
        return mayHave(key) && slot(key) != 0;
    }

    /** The first place of a word; -1 where there is none. */
    int first(int key) {
        int slot = mayHave(key) ? slot(key) : 0;
        return slot == 0 ? -1 : first[slot - 1];
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
