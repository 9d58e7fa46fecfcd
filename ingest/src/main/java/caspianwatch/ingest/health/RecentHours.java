package caspianwatch.ingest.health;

import caspianwatch.contract.FeedStatus.History;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a feed brought in each hour of the last seven days, and in which of them we did not see; immutable. */
public final class RecentHours {
    /** Nothing seen. */
    public static final RecentHours NONE = new RecentHours(new byte[0]);

    private static final int HOURS = 168;
    private static final int BIN_HOURS = 6;
    private static final byte UNSEEN = (byte) 0xFF;
    private static final int MOST = 0xFE;

    private final byte[] counts;

    private RecentHours(byte[] counts) {
        this.counts = counts;
    }

    /** The same for a while, to be written to. */
    Changes change() {
        byte[] copy = counts.length == 0 ? new byte[HOURS] : counts.clone();
        if (counts.length == 0) {
            Arrays.fill(copy, UNSEEN);
        }
        return new Changes(copy);
    }

    /** New values of some hours, counted from the epoch. */
    static final class Changes {
        private final byte[] counts;

        private Changes(byte[] counts) {
            this.counts = counts;
        }

        void seen(long hour, int entries) {
            counts[cell(hour)] = (byte) Math.min(MOST, entries);
        }

        void unseen(long hour) {
            counts[cell(hour)] = UNSEEN;
        }

        RecentHours done() {
            return new RecentHours(counts);
        }
    }

    /** New entries in this hour as counted so far; 0 where it was not seen. */
    int at(long hour) {
        return counts.length == 0 || counts[cell(hour)] == UNSEEN ? 0 : counts[cell(hour)] & 0xFF;
    }

    /**
     * The last seven days in bins of six hours, the last of them still open.
     *
     * @param seenUntil the last hour that was seen; those after it are not, whatever they held a week ago
     */
    History history(long seenUntil, long now) {
        long end = Math.floorDiv(now, BIN_HOURS) * BIN_HOURS + BIN_HOURS;
        var bins = new ArrayList<Integer>();
        for (long bin = end - HOURS; bin < end; bin += BIN_HOURS) {
            bins.add(bin(bin, Math.max(seenUntil, now - HOURS), now));
        }
        return new History(Instant.EPOCH.plus(Duration.ofHours(end - HOURS)), BIN_HOURS, List.copyOf(bins));
    }

    private int bin(long bin, long seenUntil, long now) {
        int sum = 0;
        boolean any = false;
        for (long hour = bin; hour < bin + BIN_HOURS; hour++) {
            boolean ours = hour > now - HOURS && hour <= seenUntil && counts.length > 0;
            if (ours && counts[cell(hour)] != UNSEEN) {
                sum += counts[cell(hour)] & 0xFF;
                any = true;
            }
        }
        return any ? sum : -1;
    }

    private static int cell(long hour) {
        return (int) Math.floorMod(hour, (long) HOURS);
    }

    @JsonCreator
    static RecentHours read(String text) {
        return text.isEmpty() ? NONE : new RecentHours(Base64.getDecoder().decode(text));
    }

    @JsonValue
    String write() {
        return Base64.getEncoder().encodeToString(counts);
    }
}
