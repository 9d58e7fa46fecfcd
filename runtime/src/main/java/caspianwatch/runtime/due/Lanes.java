package caspianwatch.runtime.due;

import java.util.HashMap;
import java.util.Map;

/** What runs now over all tasks of an instance: so many at once, one in a lane, and a gap after it. Safe for threads. */
final class Lanes {
    private static final long BUSY = Long.MAX_VALUE;
    private static final int SWEEP_EVERY = 1024;

    private final int limit;
    private final long gapMillis;
    private final Map<String, Long> freeAt = new HashMap<>();
    private int running;
    private int doubtful;
    private int left;

    Lanes(DueWorks.Limits limits) {
        this.limit = limits.inFlight();
        this.gapMillis = limits.gap().toMillis();
    }

    /** Whether no lane at all may be entered now. */
    synchronized boolean full() {
        return running >= limit;
    }

    /** When the lane may be entered: {@code now} or earlier for at once, {@link Long#MAX_VALUE} while something runs in it. */
    synchronized long freeAt(String lane) {
        return freeAt.getOrDefault(lane, 0L);
    }

    /** Takes the lane; false where it is busy, in its gap, or too much runs already, or too much that is doubtful. */
    synchronized boolean enter(String lane, boolean isDoubtful, long now) {
        if (running >= limit || freeAt(lane) > now || (isDoubtful && doubtful >= Math.max(1, limit / 2))) {
            return false;
        }
        freeAt.put(lane, BUSY);
        doubtful += isDoubtful ? 1 : 0;
        running++;
        return true;
    }

    /** Gives the lane back; its gap begins, or a longer rest. */
    synchronized void leave(String lane, boolean isDoubtful, long now, long restMillis) {
        running--;
        doubtful -= isDoubtful ? 1 : 0;
        freeAt.put(lane, now + Math.max(gapMillis, restMillis));
        if (++left % SWEEP_EVERY == 0) {
            freeAt.values().removeIf(free -> free <= now);
        }
    }
}
