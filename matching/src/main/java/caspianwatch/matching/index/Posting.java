package caspianwatch.matching.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What hangs on one key, in one array, so that an article that has the key finds all it needs in one place:
 *
 * <pre>
 * size end                     how many heads there are, and where the bodies begin
 * mark what ...                heads
 * ...                          room
 * slot instruction ...         bodies
 * </pre>
 *
 * A head has the mark that an article must have besides the key, and what then matches: the slot of an entry, where key and mark
 * are all that its query asks for, or else, as a negative number, the place of a body, which has the slot and what is left to
 * ask ({@link Rest}). Articles read heads alone until one passes.
 *
 * <p>One thread appends, any number read; a full one is replaced by another.
 */
final class Posting {
    /** Where the heads begin. */
    static final int HEADS = 2;
    /** Numbers in a head. */
    static final int HEAD = 2;

    private static final VarHandle SIZE = MethodHandles.arrayElementVarHandle(int[].class);

    private Posting() {}

    /** An empty one with room for so many heads, and for so many numbers in bodies. */
    static int[] create(int heads, int bodies) {
        int[] posting = new int[HEADS + HEAD * heads + bodies];
        posting[1] = posting.length;
        return posting;
    }

    static int size(int[] posting) {
        return (int) SIZE.getAcquire(posting, 0);
    }

    /** Where the heads end. */
    static int end(int[] posting) {
        return HEADS + HEAD * size(posting);
    }

    /** The mark of the head at a place. */
    static int mark(int[] posting, int at) {
        return posting[at];
    }

    /** Where the slot of the head at a place is: right beside it where nothing is left to ask, or else where its body begins. */
    static int place(int[] posting, int at) {
        int what = posting[at + 1];
        return what >= 0 ? at + 1 : ~what;
    }

    /** The slot of the head at a place. */
    static int slot(int[] posting, int at) {
        return posting[place(posting, at)];
    }

    /** Appends; false where it is full. */
    static boolean append(int[] posting, int mark, int slot, int[] rest) {
        int size = posting[0];
        int head = HEADS + HEAD * size;
        int body = posting[1] - bodySize(rest.length);
        if (head + HEAD > body) {
            return false;
        }
        posting[head] = mark;
        if (rest.length == 0) {
            posting[head + 1] = slot;
        } else {
            posting[head + 1] = ~body;
            posting[body] = slot;
            System.arraycopy(rest, 0, posting, body + 1, rest.length);
        }
        posting[1] = body;
        SIZE.setRelease(posting, 0, size + 1);
        return true;
    }

    /**
     * Without the entries that count in no version any more.
     *
     * @param more the length of the rest of one more for which there is to be room, and then for half as much again as there
     *     is; negative for no room
     */
    static int[] copy(int[] posting, Slots<?> slots, int more) {
        int heads = 0;
        int bodies = 0;
        for (int at = HEADS; at < end(posting); at += HEAD) {
            if (!slots.isGone(slot(posting, at))) {
                heads++;
                bodies += bodySize(rest(posting, at).length);
            }
        }
        int[] copy = more < 0
                ? create(heads, bodies)
                : create(heads + 1 + heads / 2, bodies + bodySize(more) + bodies / 2);
        for (int at = HEADS; at < end(posting); at += HEAD) {
            int slot = slot(posting, at);
            if (!slots.isGone(slot)) {
                append(copy, posting[at], slot, rest(posting, at));
            }
        }
        return copy;
    }

    /** What a rest of so many numbers takes. */
    static int bodySize(int rest) {
        return rest == 0 ? 0 : 1 + rest;
    }

    private static int[] rest(int[] posting, int at) {
        if (posting[at + 1] >= 0) {
            return Rest.NOTHING;
        }
        int from = ~posting[at + 1] + 1;
        return Arrays.copyOfRange(posting, from, from + Program.length(posting[from]));
    }
}
