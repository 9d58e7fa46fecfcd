package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import caspianwatch.ingest.fetch.FetchResult.Wishes;
import caspianwatch.ingest.health.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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
    /** By how much learning may shorten an interval, and lengthen it. */
    private static final int SHORTER = 4;
    private static final int LONGER = 3;
    /** After losses it may be shorter still. */
    private static final int MOST_HALVINGS = 3;
    private static final Duration LOSS_COUNTS = Duration.ofDays(1);
    /** Of a feed whose rhythm is unknown, a wish for more than this is not trusted. */
    private static final Duration WISH_OF_A_STRANGER = Duration.ofHours(1);
    private static final Duration NAMES_MAY_BE_OUT = Duration.ofHours(1);
    private static final int HOURS_OF_TWO_DAYS = 48;

    private PollSchedule() {}

    /** Soon, but not all at once: spread over 30 s, a feed of less than a minute's interval over one. */
    static Instant first(Feed feed, Instant now) {
        Duration spread = feed.interval().compareTo(QUICK) < 0 ? FIRST_OF_QUICK_FEED : least(feed.interval(), FIRST);
        return now.plusMillis((long) (spread.toMillis() * share(feed.key())));
    }

    /**
     * After a poll that could be read: the interval as learned, or longer where the publisher wishes it, give or take a
     * tenth, and not in the hours and on the days that the document excludes.
     *
     * @param entries in the document: a poll should find some of them again
     */
    static Instant next(Feed feed, int entries, Track track, Wishes wishes, Instant now) {
        Duration interval = interval(feed, entries, track, now);
        if (interval.compareTo(QUICK) < 0) {
            return now.plus(jittered(interval, feed, now));
        }
        Duration wished = wished(wishes, track, now);
        Duration wait = wished.compareTo(interval) > 0 && !lost(track, now) ? wished : interval;
        return allowed(now.plus(jittered(wait, feed, now)), wishes);
    }

    /** The interval doubled for every failure in a row, up to a day; it never stops. */
    static Instant afterFailure(Feed feed, int failures, Instant now) {
        return now.plus(jittered(doubled(feed.interval(), failures), feed, now));
    }

    /**
     * After a look-up that failed: for an hour at the feed's interval, for no server was troubled, and most often it is our
     * own network that is out, for all feeds at once; then as after any failure.
     *
     * @param since when the feed began to fail
     */
    static Instant afterSilenceOfNames(Feed feed, int failures, Instant since, Instant now) {
        return since.isAfter(now.minus(NAMES_MAY_BE_OUT))
                ? now.plus(jittered(feed.interval(), feed, now))
                : afterFailure(feed, failures, now);
    }

    /** As after a failure, but not before the server's time; without one, 10 minutes doubled for every refusal in a row. */
    static Instant afterRefusal(Feed feed, int failures, @Nullable Instant at, Instant now) {
        Instant ours = afterFailure(feed, failures, now);
        Instant latest = now.plus(LONGEST_ASKED_FOR);
        Instant theirs = at == null ? now.plus(doubled(BUSY_SERVER, failures - 1)) : at.isAfter(latest) ? latest : at;
        return ours.isAfter(theirs) ? ours : theirs;
    }

    /** How long a server that is asked too often is left alone by its other feeds, which may be another publisher's. */
    static Duration restOfHost(@Nullable Instant at, Instant now) {
        return at == null || !at.isAfter(now) ? Duration.ZERO : least(Duration.between(now, at), BUSY_SERVER);
    }

    /**
     * From a quarter of the feed's interval to three times it: so that half an entry is expected in it, and at most half of
     * what a document holds, lest entries pass through unseen. Losses halve it. A feed of less than a minute is our own.
     */
    private static Duration interval(Feed feed, int entries, Track track, Instant now) {
        Duration base = feed.interval();
        if (base.compareTo(QUICK) < 0) {
            return base;
        }
        Double perHour = track.perHourAt(now);
        Duration learned = base;
        if (perHour != null) {
            double expected = Math.min(0.5, Math.max(1, entries) / 2.0);
            double seconds = expected / Math.max(perHour, 1e-6) * 3_600;
            learned = between(base.dividedBy(SHORTER), Duration.ofSeconds((long) Math.min(seconds, 1e9)),
                    base.multipliedBy(LONGER));
        }
        if (lost(track, now) && track.loss() != null) {
            learned = least(learned, base.dividedBy(1L << Math.min(track.loss().times(), MOST_HALVINGS)));
        }
        return learned.compareTo(QUICK) < 0 ? QUICK : learned;
    }

    /**
     * What server and document wish, at most a day. Publishing systems wish for an hour in feeds that change every few
     * minutes, so a feed that is known to bring more in that time is held to half the time between two entries.
     */
    private static Duration wished(Wishes wishes, Track track, Instant now) {
        Duration fresh = wishes.fresh() == null ? Duration.ZERO : wishes.fresh();
        Duration every = wishes.pace().every() == null ? Duration.ZERO : wishes.pace().every();
        Duration wish = least(fresh.compareTo(every) > 0 ? fresh : every, LONGEST);
        Double perHour = track.perHourAt(now);
        Duration believed = perHour == null
                ? WISH_OF_A_STRANGER
                : Duration.ofSeconds((long) Math.min(0.5 / Math.max(perHour, 1e-6) * 3_600, 1e9));
        return least(wish, believed);
    }

    /** The first hour from then on that the document does not exclude; then itself where it excludes two days or more. */
    private static Instant allowed(Instant then, Wishes wishes) {
        Instant at = then;
        for (int i = 0; i < HOURS_OF_TWO_DAYS; i++) {
            var utc = at.atZone(ZoneOffset.UTC);
            if (!wishes.pace().skipHours().contains(utc.getHour())
                    && !wishes.pace().skipDays().contains(utc.getDayOfWeek())) {
                return at;
            }
            at = at.plus(Duration.ofHours(1)); // at the same minute, so that what the jitter spread stays spread
        }
        return then;
    }

    private static boolean lost(Track track, Instant now) {
        return track.loss() != null && track.loss().last().isAfter(now.minus(LOSS_COUNTS));
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

    private static Duration between(Duration low, Duration value, Duration high) {
        return value.compareTo(low) < 0 ? low : least(value, high);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
