package caspianwatch.matching.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What hangs on each key. One thread changes it, any number read. */
final class Postings<T> {
    private volatile AtomicReferenceArray<@Nullable Posting<T>> byKey = new AtomicReferenceArray<>(64);

    /** What hangs on a key; null where nothing does. */
    @Nullable
    Posting<T> get(int key) {
        var now = byKey;
        return key < now.length() ? now.get(key) : null;
    }

    /** Hangs an entry up; where it takes a larger posting, without what counts in no version from {@code oldest} on. */
    void hang(Entry<T> entry, Anchor anchor, long oldest) {
        for (int i = 0; i < anchor.size(); i++) {
            int repeated = anchor.size() == 1 ? 0 : Posting.REPEATED;
            hang(entry, anchor.key(i), anchor.second(i) | repeated, oldest);
        }
    }

    private void hang(Entry<T> entry, int key, int second, long oldest) {
        var posting = get(key);
        if (posting == null) {
            set(key, Posting.of(entry, second));
        } else if (!posting.append(entry, second)) {
            var larger = posting.copy(oldest, true);
            larger.append(entry, second);
            set(key, larger);
        }
    }

    /** Lets go of what counts in no version from {@code oldest} on. */
    void tidy(int key, long oldest) {
        var posting = get(key);
        if (posting != null && posting.gone(oldest) > 0) {
            var smaller = posting.copy(oldest, false);
            set(key, smaller.size() == 0 ? null : smaller);
        }
    }

    /** Lets go of all that hangs on a key. */
    void drop(int key) {
        if (get(key) != null) {
            set(key, null);
        }
    }

    private void set(int key, @Nullable Posting<T> posting) {
        if (key >= byKey.length()) {
            var larger = new AtomicReferenceArray<@Nullable Posting<T>>(Math.max(key + 1, byKey.length() * 3 / 2));
            for (int i = 0; i < byKey.length(); i++) {
                larger.setPlain(i, byKey.get(i));
            }
            byKey = larger;
        }
        byKey.setRelease(key, posting);
    }
}
