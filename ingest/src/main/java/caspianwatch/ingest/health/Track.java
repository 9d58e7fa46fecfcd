package caspianwatch.ingest.health;

import caspianwatch.contract.FeedStatus;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the polls of a feed have shown, as far as its state depends on it.
 *
 * @param seenUntil when it was last read; null where it never was
 * @param lastNewHour the last hour, from the epoch, that brought something; 0 where none did
 * @param longestGap hours without anything new that it has come back from, at most; it fades over weeks
 * @param empty documents without entries in a row
 * @param dated entries of the last document that had a date
 * @param newest the newest date in the last document
 * @param titlesOnly whether the last document had titles alone
 * @param move that redirects have said it has moved for good
 * @param loss that a poll shared nothing with the one before
 */
public record Track(WeekRhythm rhythm, RecentHours recent, @Nullable Instant seenUntil, long lastNewHour,
        double longestGap, int empty, int dated, @Nullable Instant newest, boolean titlesOnly, @Nullable Move move,
        @Nullable Loss loss) {
    /** Nothing known. */
    public static final Track NONE = new Track(WeekRhythm.UNKNOWN, RecentHours.NONE, null, 0, 0, 0, 0, null, false,
            null, null);

    private static final Duration BACKLOG = Duration.ofDays(35);
    /** What the longest gap keeps of itself in an hour: a tenth is forgotten in nine days. */
    private static final double KEPT = 0.9995;
    /** A first document tells of the past from the date on which a tenth of its entries are older: some are kept for years. */
    private static final int OUTLIERS = 10;

    /** Where redirects lead for good, and since when they do without a break. */
    public record Move(URI to, Instant since) {}

    /** When a poll last shared nothing with the one before, and how often that happened within a day of another. */
    public record Loss(Instant last, int times) {}

    /**
     * A poll that brought the document, or 304.
     *
     * @param dates of the entries that are new; null for one without a date
     * @param lossy whether it shares nothing with the poll before, which had entries
     */
    public record Reading(List<@Nullable Instant> dates, boolean lossy, Instant now) {}

    /** What it shows of the document, with a new one. */
    public Track with(int nextEmpty, int nextDated, @Nullable Instant nextNewest, boolean nextTitlesOnly) {
        return new Track(rhythm, recent, seenUntil, lastNewHour, longestGap, nextEmpty, nextDated, nextNewest,
                nextTitlesOnly, move, loss);
    }

    /** With what redirects say now; null where there were none. */
    public Track moved(@Nullable URI to, Instant now) {
        Move next = to == null ? null : move != null && move.to().equals(to) ? move : new Move(to, now);
        return new Track(rhythm, recent, seenUntil, lastNewHour, longestGap, empty, dated, newest, titlesOnly, next,
                loss);
    }

    /** After a poll that could be read: every hour since the one before counts as seen, unless it is lossy. */
    public Track after(Reading reading) {
        Instant now = reading.now();
        Instant from = seenUntil == null ? backlog(reading) : seenUntil;
        Map<Long, Integer> counts = counts(reading, from);
        long last = hour(now);
        long first = Math.max(hour(from), last - BACKLOG.toHours());
        var hours = recent.change();
        WeekRhythm learned = rhythm;
        long newHour = lastNewHour;
        double gap = longestGap;
        for (long hour = first; hour <= last; hour++) {
            int entries = counts.getOrDefault(hour, 0) + (seenUntil == null ? 0 : hour == first ? recent.at(hour) : 0);
            boolean blind = reading.lossy() && hour > first && hour < last;
            if (blind) {
                hours.unseen(hour);
            } else {
                hours.seen(hour, entries);
            }
            if (entries > 0) {
                gap = newHour == 0 || reading.lossy() ? gap : Math.max(gap, (double) (hour - newHour - 1));
                newHour = hour;
            }
            if (!blind && hour < last) {
                learned = learned.after(hour, entries);
                gap *= KEPT;
            }
        }
        return new Track(learned, hours.done(), now, newHour, gap, empty, dated, newest, titlesOnly, move,
                reading.lossy() ? lost(now) : loss);
    }

    /** How often it brings something, and how probable the present silence is; null until it was read. */
    public FeedStatus.@Nullable Rhythm rhythmAt(Instant now) {
        if (seenUntil == null) {
            return null;
        }
        double chance = chanceOfSilence(now);
        Integer oneIn = chance > 0.1 ? null : roundedTo2((int) Math.min(1_000_000, Math.round(1 / chance)));
        return new FeedStatus.Rhythm(Math.round(rhythm.perDay() * 10) / 10.0, rhythm.daysLearned(),
                (int) Math.round(longestGap), oneIn);
    }

    /** New entries that an hour such as this one brings on average; null until a week of it is known. */
    public @Nullable Double perHourAt(Instant now) {
        return rhythm.perHourAt(hour(now));
    }

    /** What it brought in the last seven days; null until it was read. */
    public FeedStatus.@Nullable History historyAt(Instant now) {
        return seenUntil == null ? null : recent.history(hour(seenUntil), hour(now));
    }

    /** How probable it is that a feed of this rhythm has brought nothing since it last did: from 0 to 1. */
    double chanceOfSilence(Instant now) {
        return lastNewHour == 0 ? 1 : rhythm.chanceOfNothing(lastNewHour + 1, hour(now));
    }

    private Loss lost(Instant now) {
        boolean again = loss != null && Duration.between(loss.last(), now).compareTo(Duration.ofDays(1)) < 0;
        return new Loss(now, again && loss != null ? loss.times() + 1 : 1);
    }

    /**
     * An entry counts in the hour of its date where that lies in the time that the poll covers, else in the poll's own. What
     * the first document holds from before that time says nothing of how often something comes.
     */
    private Map<Long, Integer> counts(Reading reading, Instant from) {
        var counts = new HashMap<Long, Integer>();
        for (Instant date : reading.dates()) {
            boolean within = date != null && !date.isBefore(from) && !date.isAfter(reading.now());
            boolean past = seenUntil == null && (date == null || date.isBefore(from));
            if (!past) {
                counts.merge(hour(within && date != null ? date : reading.now()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Instant backlog(Reading reading) {
        var dates = reading.dates().stream().filter(Objects::nonNull).sorted().toList();
        Instant now = reading.now();
        if (dates.size() * 2 < reading.dates().size() || dates.isEmpty()) {
            return now;
        }
        Instant start = dates.get(dates.size() / OUTLIERS);
        Instant earliest = now.minus(BACKLOG);
        return start.isBefore(earliest) ? earliest : start.isAfter(now) ? now : start;
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 3600L);
    }

    private static int roundedTo2(int number) {
        int unit = (int) Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, number))) - 1));
        return Math.round(number / (float) unit) * unit;
    }
}
