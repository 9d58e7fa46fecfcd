package caspianwatch.runtime.due;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a task has to do, in memory and rebuilt from the store: by due time until it is due, then waiting for its lane. */
final class Schedule {
    private record Entry(String key, long due) {}

    private static final Comparator<Entry> BY_DUE = Comparator.comparingLong(Entry::due).thenComparing(Entry::key);

    private final Map<String, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> waiting = new TreeSet<>(BY_DUE);
    private final TreeSet<Entry> ready = new TreeSet<>(BY_DUE);
    private final Map<String, String> laneOf = new HashMap<>();
    private final Map<String, TreeSet<Entry>> lanes = new LinkedHashMap<>();

    /** Schedules the key, instead of what was scheduled for it before. */
    void put(String key, long due) {
        remove(key);
        var entry = new Entry(key, due);
        entries.put(key, entry);
        waiting.add(entry);
    }

    void remove(String key) {
        var entry = entries.remove(key);
        if (entry == null || waiting.remove(entry)) {
            return;
        }
        ready.remove(entry);
        String lane = laneOf.remove(key);
        var queue = lanes.get(lane);
        if (queue != null && queue.remove(entry) && queue.isEmpty()) {
            lanes.remove(lane);
        }
    }

    /** Moves what is due to its lanes; a null lane drops the key. */
    void ripen(long now, Function<String, @Nullable String> laneOfKey) {
        while (!waiting.isEmpty() && waiting.first().due <= now) {
            var entry = waiting.first();
            String lane = laneOfKey.apply(entry.key);
            if (!entry.equals(entries.get(entry.key)) || !waiting.remove(entry)) {
                continue; // the look-up itself put it off
            }
            if (lane == null) {
                entries.remove(entry.key);
                continue;
            }
            ready.add(entry);
            laneOf.put(entry.key, lane);
            lanes.computeIfAbsent(lane, _ -> new TreeSet<>(BY_DUE)).add(entry);
        }
    }

    /** Offers the first key of each lane while there is room; one that is taken leaves the schedule, and its lane goes behind the others. */
    void offer(BooleanSupplier room, BiPredicate<String, String> keyAndLane) {
        List<String> served = new ArrayList<>();
        for (var lane : lanes.entrySet()) {
            if (!room.getAsBoolean()) {
                break;
            }
            var first = lane.getValue().first();
            if (keyAndLane.test(first.key, lane.getKey())) {
                served.add(first.key);
            }
        }
        for (String key : served) {
            String lane = laneOf.get(key);
            remove(key);
            var rest = lanes.remove(lane);
            if (rest != null) {
                lanes.put(lane, rest);
            }
        }
    }

    /** The lanes in which something waits. */
    Iterable<String> readyLanes() {
        return lanes.keySet();
    }

    /** Whether something waits in a lane. */
    boolean anyReady() {
        return !ready.isEmpty();
    }

    /** When the next one becomes due; null where nothing waits for its time. */
    @Nullable
    Long nextDue() {
        return waiting.isEmpty() ? null : waiting.first().due;
    }

    /** The due time of what has waited longest; null where nothing is scheduled. */
    @Nullable
    Long oldestDue() {
        return ready.isEmpty() ? nextDue() : Long.valueOf(ready.first().due);
    }

    int size() {
        return entries.size();
    }
}
