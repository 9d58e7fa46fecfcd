package caspianwatch.matching.index;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.query.Node;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Queries with what hangs on them, by id. Any number of threads match and change it: a match sees every change that was
 * complete when it began and no later one, and no change waits for a match or stops one.
 *
 * @param <T> what hangs on a query
 */
public final class QueryIndex<T> {
    private final ReentrantLock changing = new ReentrantLock();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Entries<T> entries = new Entries<>();
    private final Slots<T> slots = new Slots<>();
    private final Postings postings = new Postings(slots);
    private final Readings<T> readings = new Readings<>(vocabulary);
    private final Tidying tidying = new Tidying(vocabulary, postings, slots);
    private volatile long version = 1;
    private volatile int size;

    /** Adds or replaces; the next match sees it. */
    public void put(String id, Node query, T value) {
        changing.lock();
        try {
            long next = begin();
            var entry = new Entry<>(id, value, Program.of(query, vocabulary), next);
            if (!slots.join(entry)) {
                hang(entry);
            }
            end(entries.put(entry), next);
            publish(next);
            tidyAfterChange();
        } finally {
            changing.unlock();
        }
    }

    /** Removes, if it is there; the next match no longer sees it. */
    public void remove(String id) {
        changing.lock();
        try {
            long next = begin();
            var older = entries.remove(id);
            if (older != null) {
                end(older, next);
                publish(next);
                tidyAfterChange();
            }
        } finally {
            changing.unlock();
        }
    }

    /** How many it holds. */
    public int size() {
        return size;
    }

    /** What hangs on the queries that an article matches, each once, in no order. */
    public List<T> match(TaggedArticle article) {
        List<T> found;
        var reading = readings.begin(() -> version);
        try {
            reading.read(article);
            found = reading.matches(postings, slots.table());
            if (vocabulary.rarity().isCounted()) {
                vocabulary.rarity().count(reading.occurrences());
            }
        } finally {
            readings.end(reading);
        }
        if (tidying.isDueAfterMatch() && changing.tryLock()) {
            try {
                tidy(Tidying.KEYS_A_MATCH);
            } finally {
                changing.unlock();
            }
        }
        return found;
    }

    /** How many queries an article has to be checked against. */
    int checks(TaggedArticle article) {
        var reading = readings.begin(() -> version);
        try {
            reading.read(article);
            reading.matches(postings, slots.table());
            return reading.checks();
        } finally {
            readings.end(reading);
        }
    }

    /** The highest number of a key so far. */
    int highestKey() {
        return vocabulary.highest();
    }

    private long begin() {
        long next = version + 1;
        slots.change(next, readings.oldest(version));
        return next;
    }

    private void hang(Entry<T> entry) {
        slots.add(entry);
        postings.hang(entry.slot, entry.program, Anchor.of(entry.program, vocabulary));
    }

    /** The highest number of an entry so far. */
    int highestSlot() {
        return slots.highest();
    }

    private void end(@Nullable Entry<T> older, long next) {
        if (older != null) {
            slots.end(older);
            Program.keys(older.program, key -> vocabulary.release(key, next));
            tidying.ended();
        }
    }

    private void publish(long next) {
        size = entries.size();
        version = next;
    }

    private void tidyAfterChange() {
        if (tidying.isDue(size)) {
            tidy(Tidying.KEYS_A_CHANGE);
        }
    }

    private void tidy(int keys) {
        long next = begin();
        int[] moved = tidying.tidy(keys);
        for (int slot : moved) {
            move(slot, next);
        }
        if (moved.length > 0) {
            publish(next);
        }
    }

    /** Hangs the queries of a slot where they belong now. */
    private void move(int slot, long next) {
        boolean first = true;
        for (var entry : slots.alive(slot)) {
            var again = new Entry<>(entry.id, entry.value, entry.program, next);
            if (first || !slots.join(again)) {
                hang(again);
            }
            first = false;
            entries.put(again);
            slots.end(entry);
            tidying.ended();
        }
    }
}
