package caspianwatch.matching.index;

import caspianwatch.matching.term.Ids;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * Keeps postings short, a few keys at a time: lets go of entries that count no longer, and finds those that hang on a key which
 * has turned out to be common while a rarer one is known. It walks round all keys when there is reason to, and rests
 * otherwise.
 */
final class Tidying {
    static final int KEYS_A_CHANGE = 32;
    static final int KEYS_A_MATCH = 256;
    private static final int ENTRIES_A_STEP = 1000;
    private static final int MATCHES_A_STEP = 16;
    private static final int CHANGES_A_FORGETTING = 4096;
    /** An entry moves where that costs less than this part of what it costs now. */
    private static final double MUCH_LESS = 0.5;
    /** Entries that an article is expected to meet on a key. */
    private static final double WORTH_A_LOOK = 0.25;

    private final Vocabulary vocabulary;
    private final Postings postings;
    private final Slots<?> slots;
    /** Ended entries that may still hang somewhere. */
    private int ended;
    private int endedBefore;
    private int changes;
    private int matches;
    private volatile boolean walking;
    /** The next key of the walk. */
    private int next;
    /** The next entry of its posting. */
    private int place;
    /** Articles that must have been counted before entries are moved again. */
    private volatile int articles = 64;
    private boolean moving;
    /** Keys that entries have been moved away from. */
    private final Ids left = new Ids();

    Tidying(Vocabulary vocabulary, Postings postings, Slots<?> slots) {
        this.vocabulary = vocabulary;
        this.postings = postings;
        this.slots = slots;
    }

    void ended() {
        ended++;
    }

    /** Whether it is time after a change of an index of this size. */
    boolean isDue(int size) {
        changes++;
        return walking || (ended > 1000 && ended > size / 4);
    }

    /** Whether it is time after a match. Any thread; it does not matter when two count as one. */
    boolean isDueAfterMatch() {
        return ++matches % MATCHES_A_STEP == 0 && (walking || vocabulary.rarity().articles() >= articles);
    }

    /** Walks on for some keys; returns the slots that should hang elsewhere. */
    int[] tidy(int keys) {
        if (!walking) {
            begin();
        }
        leave();
        var misplaced = new LinkedHashSet<Integer>();
        int end = Math.min(vocabulary.highest() + 1, next + keys);
        int looks = ENTRIES_A_STEP;
        while (next < end && looks > 0) {
            if (place == 0) {
                postings.tidy(next);
            }
            int before = misplaced.size();
            looks = moving ? look(next, looks, misplaced) : looks;
            if (misplaced.size() > before) {
                left.add(next);
            }
            next += place == 0 ? 1 : 0;
        }
        if (next > vocabulary.highest() && left.size() == 0) {
            rest();
        }
        return misplaced.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Lets go of what was moved the last time, and would otherwise be met until the next walk. */
    private void leave() {
        for (int i = 0; i < left.size(); i++) {
            // A posting in the middle of which the walk stands has to stay as it is.
            if (place == 0 || left.get(i) != next) {
                postings.tidy(left.get(i));
            }
        }
        left.clear();
    }

    private void begin() {
        walking = true;
        next = 1;
        endedBefore = ended;
        moving = vocabulary.rarity().articles() >= articles;
        if (moving) {
            articles = 4 * vocabulary.rarity().articles();
        }
    }

    private void rest() {
        walking = false;
        ended -= endedBefore;
        if (changes > CHANGES_A_FORGETTING && vocabulary.isStale()) {
            changes = 0;
            for (int key : vocabulary.forget(slots.oldest())) {
                postings.drop(key);
            }
        }
    }

    /** Collects entries of a key that would cost much less elsewhere; returns how many more there may be looks at. */
    private int look(int key, int looks, Collection<Integer> misplaced) {
        int[] posting = postings.get(key);
        if (posting == null || Posting.size(posting) * vocabulary.chance(key) < WORTH_A_LOOK) {
            place = 0;
            return looks;
        }
        int size = Posting.size(posting);
        int end = Math.min(size, place + looks);
        int left = looks - (end - place);
        for (; place < end; place++) {
            int at = Posting.HEADS + Posting.HEAD * place;
            int slot = Posting.slot(posting, at);
            if (slots.isAlive(slot)) {
                double cost = Anchor.cost(key, Posting.mark(posting, at), vocabulary);
                if (Anchor.of(slots.program(slot), vocabulary).cost() < MUCH_LESS * cost) {
                    misplaced.add(slot);
                }
            }
        }
        place = place >= size ? 0 : place;
        return left;
    }
}
