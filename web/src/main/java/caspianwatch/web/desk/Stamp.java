package caspianwatch.web.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An instant as the desk writes it: "14 s", "8 min", then the clock, then the day; in full on request. */
record Stamp(Instant at, Instant now, Zone zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** For the {@code datetime} attribute, to the second. */
    String iso() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long ago, under an hour; else the clock or the day. */
    String relative() {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        return seconds < 3600 ? age(seconds) : clock();
    }

    /** "8 min ago" under an hour, else empty. */
    String ago() {
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        return seconds < 3600 ? age(seconds) + " ago" : "";
    }

    /** The clock on the same day, else the day. */
    String clock() {
        var there = in(zone);
        return there.toLocalDate().equals(now.atZone(zone.id()).toLocalDate())
                ? CLOCK.format(there)
                : DAY.format(there);
    }

    /** Hours, minutes, seconds in the desk's zone. */
    String seconds() {
        return SECONDS.format(in(zone));
    }

    /** Hours, minutes, seconds in UTC. */
    String utc() {
        return SECONDS.format(at.atZone(ZoneOffset.UTC));
    }

    /** The clock in UTC unless that is the desk's zone, and the weekday and day in UTC. */
    String utcDay() {
        return (zone.equals(Zone.UTC) ? "" : utc() + " UTC, ") + WEEKDAY.format(at.atZone(ZoneOffset.UTC));
    }

    /** Both zones to the second, with the day in front where it is not today. */
    String both() {
        var there = in(zone);
        String day = there.toLocalDate().equals(now.atZone(zone.id()).toLocalDate()) ? "" : DAY.format(there) + " ";
        String own = day + seconds() + " " + zone.name();
        return zone.equals(Zone.UTC) ? own : own + " · " + utc() + " UTC";
    }

    /** Days and clocks of both zones. */
    String title() {
        var utc = at.atZone(ZoneOffset.UTC);
        String first = DAY.format(utc) + " " + utc() + " UTC";
        return zone.equals(Zone.UTC)
                ? first
                : first + ", " + DAY.format(in(zone)) + " " + seconds() + " " + zone.name();
    }

    private ZonedDateTime in(Zone other) {
        return at.atZone(other.id());
    }

    private static String age(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min";
    }
}
