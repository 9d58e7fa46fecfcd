package caspianwatch.matching.index;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** The readings under way and those at rest: as many as there were ever matches at one time. */
final class Readings<T> {
    private final Vocabulary vocabulary;
    private final Queue<Reading<T>> idle = new ConcurrentLinkedQueue<>();
    private final List<Reading<T>> all = new CopyOnWriteArrayList<>();

    Readings(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A reading of the newest version. */
    Reading<T> begin(LongSupplier newest) {
        var reading = idle.poll();
        if (reading == null) {
            reading = new Reading<>(vocabulary);
            all.add(reading);
        }
        // Whoever asks for the oldest version between the two lines and misses ours has published a newer one before.
        do {
            reading.version = newest.getAsLong();
        } while (reading.version != newest.getAsLong());
        return reading;
    }

    void end(Reading<T> reading) {
        reading.version = Reading.IDLE;
        reading.clear();
        if (reading.isLarge()) {
            all.remove(reading);
        } else {
            idle.offer(reading);
        }
    }

    /** The oldest version that is being read, or the newest one where none is. */
    long oldest(long newest) {
        long oldest = newest;
        for (var reading : all) {
            oldest = Math.min(oldest, reading.version);
        }
        return oldest;
    }
}
