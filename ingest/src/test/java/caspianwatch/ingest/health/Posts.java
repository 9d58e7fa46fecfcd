package caspianwatch.ingest.health;

import caspianwatch.ingest.health.Track.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The history of an invented feed, polled every hour. */
final class Posts {
    /** A Monday at midnight, UTC. */
    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private Posts() {}

    /** What is known after so many days of a feed that posts at half past the hours that are taken, counted from Monday. */
    static Track track(int days, LongPredicate posting) {
        Track track = Track.NONE.after(new Reading(List.of(), false, MONDAY));
        return going(track, 0, days * 24L, posting);
    }

    /** The same from one hour to another. */
    static Track going(Track from, long start, long end, LongPredicate posting) {
        Track track = from;
        for (long hour = start; hour < end; hour++) {
            List<@Nullable Instant> dates = new ArrayList<>();
            if (posting.test(hour)) {
                dates.add(at(hour).plus(Duration.ofMinutes(30)));
            }
            track = track.after(new Reading(dates, false, at(hour + 1)));
        }
        return track;
    }

    static Instant at(long hour) {
        return MONDAY.plus(Duration.ofHours(hour));
    }

    /** Eight to eighteen on weekdays. */
    static boolean office(long hour) {
        return hour % 24 >= 8 && hour % 24 < 18 && hour / 24 % 7 < 5;
    }
}
