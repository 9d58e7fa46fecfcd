package caspianwatch.bench.ingest;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the farm was asked and answered, and whether its visitors were polite. Safe for threads. */
final class FarmLog {
    private final Map<Answer, Long> answers = new EnumMap<>(Answer.class);
    private final long[] firstAsked;
    private final long[] lastEnd;
    private final int[] open;
    private final Map<Long, Integer> perSecond = new TreeMap<>();
    private int mostAtOnce;
    private long leastGapNanos = Long.MAX_VALUE;

    FarmLog(int feeds) {
        firstAsked = new long[feeds];
        lastEnd = new long[feeds];
        open = new int[feeds];
        Arrays.stream(Answer.values()).forEach(answer -> answers.put(answer, 0L));
    }

    synchronized void begins(int feed, long now) {
        if (firstAsked[feed] == 0) {
            firstAsked[feed] = now;
        }
        if (lastEnd[feed] != 0) {
            leastGapNanos = Math.min(leastGapNanos, now - lastEnd[feed]);
        }
        mostAtOnce = Math.max(mostAtOnce, ++open[feed]);
        perSecond.merge(now / 1_000_000_000L, 1, Integer::sum);
    }

    synchronized void ends(int feed, Answer answer, long now) {
        open[feed]--;
        lastEnd[feed] = now;
        answers.merge(answer, 1L, Long::sum);
    }

    /** So many of each kind since the start, such as {@code FULL=3}. */
    synchronized String counts() {
        return answers.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Requests to one host at once at the most, and the least milliseconds between two; what comes after is another visit. */
    synchronized String manners() {
        String said = mostAtOnce + " " + leastGapNanos / 1_000_000;
        mostAtOnce = 0;
        leastGapNanos = Long.MAX_VALUE;
        Arrays.fill(lastEnd, 0);
        return said;
    }

    /** How many feeds were asked at all; milliseconds from the first request of all to the first of the median and of the last feed; most in a second. */
    synchronized String spread() {
        long[] times = Arrays.stream(firstAsked).filter(each -> each != 0).sorted().toArray();
        if (times.length == 0) {
            return "0 0 0 0";
        }
        int most = perSecond.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return times.length + " " + (times[times.length / 2] - times[0]) / 1_000_000 + " "
                + (times[times.length - 1] - times[0]) / 1_000_000 + " " + most;
    }

    /** Nobody was here before. */
    synchronized void clear() {
        Arrays.fill(firstAsked, 0);
        perSecond.clear();
        manners();
    }
}
