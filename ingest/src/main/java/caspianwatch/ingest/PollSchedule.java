package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a feed is asked next. Jitter is derived from key and time, so a repeated step plans the same. */
final class PollSchedule {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(7);
    private static final Duration BUSY_SERVER = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration FIRST_OF_QUICK_FEED = Duration.ofSeconds(1);
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 20;

    private PollSchedule() {}

    /** Soon, but not all at once: spread over 30 s, a feed of less than a minute's interval over one. */
    static Instant first(Feed feed, Instant now) {
        Duration spread = feed.interval().compareTo(QUICK) < 0 ? FIRST_OF_QUICK_FEED : least(feed.interval(), FIRST);
        return now.plusMillis((long) (spread.toMillis() * share(feed.key())));
    }

    /** An interval from now, give or take a tenth. */
    static Instant next(Feed feed, Instant now) {
        return now.plus(jittered(feed.interval(), feed, now));
    }

    /** The interval doubled for every failure in a row, up to a day; it never stops. */
    static Instant afterFailure(Feed feed, int failures, Instant now) {
        return now.plus(jittered(doubled(feed.interval(), failures), feed, now));
    }

    /** As after a failure, but not before the server's time; without one, 10 minutes doubled for every refusal in a row. */
    static Instant afterRefusal(Feed feed, int failures, @Nullable Instant at, Instant now) {
        Instant ours = afterFailure(feed, failures, now);
        Instant latest = now.plus(LONGEST_ASKED_FOR);
        Instant theirs = at == null ? now.plus(doubled(BUSY_SERVER, failures - 1)) : at.isAfter(latest) ? latest : at;
        return ours.isAfter(theirs) ? ours : theirs;
    }

    private static Duration doubled(Duration interval, int times) {
        return least(interval.multipliedBy(1L << Math.clamp(times, 0, MOST_DOUBLINGS)), LONGEST);
    }

    private static Duration jittered(Duration interval, Feed feed, Instant now) {
        double factor = 0.9 + 0.2 * share(feed.key() + "@" + now.toEpochMilli());
        return Duration.ofMillis((long) (interval.toMillis() * factor));
    }

    private static double share(String of) {
        return Integer.parseInt(Ids.of(of).substring(0, 6), 16) / (double) 0x1000000;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
