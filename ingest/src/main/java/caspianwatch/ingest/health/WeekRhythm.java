package caspianwatch.ingest.health;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed brings something in each of the 168 hours of a week, in UTC; immutable.
 *
 * <p>What is learned of an hour fades by a fifth each week, so that a new programme is known after a month. An hour that
 * was seen rarely leans on the same hour of other days and on its weekday, and these lean on all hours.
 */
public final class WeekRhythm {
    /** Nothing learned. */
    public static final WeekRhythm UNKNOWN = new WeekRhythm(new double[0], new double[0], new double[0], 0);

    private static final int HOURS = 168;
    private static final double KEPT = 0.8;
    /** A coarser average counts as much as so many hours seen. */
    private static final double LEAN = 3;
    private static final double SCALE = 1_000;
    private static final double COUNT_SCALE = 10;

    private final double[] seen;
    private final double[] hits;
    private final double[] counts;
    private final int hoursLearned;

    private WeekRhythm(double[] seen, double[] hits, double[] counts, int hoursLearned) {
        this.seen = seen;
        this.hits = hits;
        this.counts = counts;
        this.hoursLearned = hoursLearned;
    }

    /** With what one whole hour brought, hours counted from the epoch. */
    WeekRhythm after(long hour, int entries) {
        double[] nextSeen = copy(seen);
        double[] nextHits = copy(hits);
        double[] nextCounts = copy(counts);
        int cell = cell(hour);
        nextSeen[cell] = nextSeen[cell] * KEPT + 1;
        nextHits[cell] = nextHits[cell] * KEPT + (entries > 0 ? 1 : 0);
        nextCounts[cell] = nextCounts[cell] * KEPT + entries;
        return new WeekRhythm(nextSeen, nextHits, nextCounts, hoursLearned + 1);
    }

    /** Whole days of which it knows what they brought. */
    int daysLearned() {
        return hoursLearned / 24;
    }

    /** Hours that brought something, as far as they are remembered. */
    double hits() {
        return sum(hits);
    }

    /** New entries a day on average. */
    double perDay() {
        double all = sum(seen);
        return all == 0 ? 0 : sum(counts) / all * 24;
    }

    /** New entries that an hour of this kind brings on average; null until a week of it is known. */
    @Nullable
    Double perHourAt(long hour) {
        double all = sum(seen);
        if (hoursLearned < HOURS || all == 0) {
            return null;
        }
        double overall = sum(counts) / all;
        int cell = cell(hour);
        double before = counts[cell(hour - 1)] + counts[cell(hour + 1)];
        double around = seen[cell(hour - 1)] + seen[cell(hour + 1)];
        return (counts[cell] + before / 2 + LEAN * overall) / (seen[cell] + around / 2 + LEAN);
    }

    /** How probable it is that none of these hours brings anything: from 0 to 1. */
    double chanceOfNothing(long firstHour, long endHour) {
        if (seen.length == 0) {
            return 1;
        }
        double overall = (sum(hits) + 0.5) / (sum(seen) + 1);
        double[] ofDay = averages(overall, 24, 1);
        double[] ofWeekday = averages(overall, 7, 24);
        double log = 0;
        for (long hour = firstHour; hour < endHour && log > -50; hour++) {
            int cell = cell(hour);
            double usual = Math.clamp(ofDay[cell % 24] * ofWeekday[cell / 24] / overall, 0, 0.999);
            double chance = (hits[cell] + LEAN * usual) / (seen[cell] + LEAN);
            log += Math.log1p(-Math.min(chance, 0.999));
        }
        return Math.exp(log);
    }

    private double[] averages(double overall, int groups, int width) {
        double[] ofHits = new double[groups];
        double[] ofSeen = new double[groups];
        for (int cell = 0; cell < HOURS; cell++) {
            int group = cell / width % groups;
            ofHits[group] += hits[cell];
            ofSeen[group] += seen[cell];
        }
        for (int group = 0; group < groups; group++) {
            ofHits[group] = (ofHits[group] + LEAN * overall) / (ofSeen[group] + LEAN);
        }
        return ofHits;
    }

    private static int cell(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    private static double[] copy(double[] from) {
        return from.length == 0 ? new double[HOURS] : from.clone();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @JsonCreator
    static WeekRhythm read(String text) {
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        int hoursLearned = bytes.getInt();
        return new WeekRhythm(read(bytes, SCALE), read(bytes, SCALE), read(bytes, COUNT_SCALE), hoursLearned);
    }

    private static double[] read(ByteBuffer bytes, double scale) {
        var values = new double[HOURS];
        for (int i = 0; i < HOURS; i++) {
            values[i] = (bytes.getShort() & 0xFFFF) / scale;
        }
        return values;
    }

    /** About 1,400 characters; empty where nothing is learned. */
    @JsonValue
    String write() {
        if (seen.length == 0) {
            return "";
        }
        var bytes = ByteBuffer.allocate(4 + 3 * 2 * HOURS).putInt(hoursLearned);
        write(bytes, seen, SCALE);
        write(bytes, hits, SCALE);
        write(bytes, counts, COUNT_SCALE);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static void write(ByteBuffer bytes, double[] values, double scale) {
        for (double value : values) {
            bytes.putShort((short) Math.min(0xFFFF, Math.round(value * scale)));
        }
    }
}
