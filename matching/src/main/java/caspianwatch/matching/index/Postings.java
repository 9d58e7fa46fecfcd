package caspianwatch.matching.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What hangs on each key: a {@link Posting}. One thread changes it, any number read. */
final class Postings {
    private static final int[] EMPTY = Posting.create(0, 0);

    private final Slots<?> slots;
    /** Empty ones where nothing hangs. */
    private volatile AtomicReferenceArray<int[]> byKey = empty(64);

    Postings(Slots<?> slots) {
        this.slots = slots;
    }

    /** What hangs on a key; null where nothing does. */
    int @Nullable [] get(int key) {
        var now = byKey;
        int[] posting = key < now.length() ? now.get(key) : EMPTY;
        return posting.length == EMPTY.length ? null : posting;
    }

    /** What hangs on a key, an empty posting where nothing does. */
    int[] of(int key) {
        var now = byKey;
        return key < now.length() ? now.get(key) : EMPTY;
    }

    /** Hangs a slot up; where it takes a larger posting, without what counts in no version any more. */
    void hang(int slot, int[] program, Anchor anchor) {
        slots.hung(slot, anchor.size());
        for (int i = 0; i < anchor.size(); i++) {
            int key = anchor.key(i);
            int mark = anchor.mark(i);
            hang(key, mark, slot,
                    Rest.of(program, key, Occurrences.isPair(mark) ? key : Occurrences.key(mark)));
        }
    }

    private void hang(int key, int mark, int slot, int[] rest) {
        int[] posting = get(key);
        if (posting == null) {
            posting = Posting.create(1, Posting.bodySize(rest.length));
            Posting.append(posting, mark, slot, rest);
            set(key, posting);
        } else if (!Posting.append(posting, mark, slot, rest)) {
            int[] larger = Posting.copy(posting, slots, rest.length);
            Posting.append(larger, mark, slot, rest);
            replace(key, posting, larger);
        }
    }

    /** Lets go of what counts in no version any more. */
    void tidy(int key) {
        int[] posting = get(key);
        if (posting != null) {
            for (int at = Posting.HEADS; at < Posting.end(posting); at += Posting.HEAD) {
                if (slots.isGone(Posting.slot(posting, at))) {
                    replace(key, posting, Posting.copy(posting, slots, -1));
                    return;
                }
            }
        }
    }

    /** Lets go of all that hangs on a key. */
    void drop(int key) {
        int[] posting = get(key);
        if (posting != null) {
            set(key, null);
            for (int at = Posting.HEADS; at < Posting.end(posting); at += Posting.HEAD) {
                slots.dropped(Posting.slot(posting, at));
            }
        }
    }

    /** Puts a copy in the place of a posting. */
    private void replace(int key, int[] posting, int[] copy) {
        set(key, Posting.size(copy) == 0 ? null : copy);
        for (int at = Posting.HEADS; at < Posting.end(posting); at += Posting.HEAD) {
            if (slots.isGone(Posting.slot(posting, at))) {
                slots.dropped(Posting.slot(posting, at));
            }
        }
    }

    private void set(int key, int @Nullable [] posting) {
        if (key >= byKey.length()) {
            var larger = empty(Math.max(key + 1, byKey.length() * 3 / 2));
            for (int i = 0; i < byKey.length(); i++) {
                larger.setPlain(i, byKey.get(i));
            }
            byKey = larger;
        }
        byKey.setRelease(key, posting == null ? EMPTY : posting);
    }

    private static AtomicReferenceArray<int[]> empty(int room) {
        var postings = new AtomicReferenceArray<int[]>(room);
        for (int i = 0; i < room; i++) {
            postings.setPlain(i, EMPTY);
        }
        return postings;
    }
}
