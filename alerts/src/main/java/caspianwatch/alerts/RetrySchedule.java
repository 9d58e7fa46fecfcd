package caspianwatch.alerts;

import caspianwatch.contract.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a notification is tried again: soon at first, then at ever longer pauses, for three days. */
final class RetrySchedule {
    static final Duration GIVES_UP_AFTER = Duration.ofDays(3);

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1),
            Duration.ofHours(2), Duration.ofHours(4));
    private static final double JITTER = 0.1;

    private RetrySchedule() {}

    /**
     * When to try again after a failed attempt; null where it is given up. The last attempt falls on the end of the
     * three days, however the pauses fall.
     *
     * @param attempt the one that failed, from 1
     * @param since when the first attempt was due
     * @param notBefore how long the other side asked to be left alone
     */
    static @Nullable Instant next(String notificationId, int attempt, Instant since, Instant now,
            @Nullable Duration notBefore) {
        Instant end = since.plus(GIVES_UP_AFTER);
        if (!now.isBefore(end)) {
            return null;
        }
        Instant planned = earlier(now.plus(pause(notificationId, attempt)), end);
        Instant asked = notBefore == null ? planned : now.plus(notBefore);
        if (asked.isAfter(end)) {
            return null;
        }
        return asked.isAfter(planned) ? asked : planned;
    }

    /** Up to a tenth shorter or longer, so that what failed together does not come back together; the same on every instance. */
    private static Duration pause(String notificationId, int attempt) {
        Duration pause = PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
        long drawn = Long.parseLong(Ids.of(notificationId, Integer.toString(attempt)).substring(0, 8), 16);
        double share = drawn / (double) 0xffff_ffffL;
        return Duration.ofMillis(Math.round(pause.toMillis() * (1 - JITTER + 2 * JITTER * share)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
