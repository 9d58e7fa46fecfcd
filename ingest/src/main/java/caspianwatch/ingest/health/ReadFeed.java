package caspianwatch.ingest.health;

import caspianwatch.contract.FeedStatus.State;
import caspianwatch.ingest.feeds.ThisMachine;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of a feed that answers with a document, or that its document has not changed: the first rule that holds. */
public final class ReadFeed {
    private static final Duration YEARS_OLD = Duration.ofDays(365);
    private static final Duration LOSS_COUNTS = Duration.ofHours(6);
    private static final Duration QUIET_WHERE_UNKNOWN = Duration.ofHours(24);
    private static final Duration QUIET_AT_LEAST = Duration.ofHours(3);
    private static final int DAYS_TO_LEARN = 7;
    private static final int HITS_TO_LEARN = 5;
    /** A silence is improbable where its chance is less, and it is half as long again as any before it. */
    private static final double IMPROBABLE = 1 / 500.0;
    private static final double LONGER_THAN_EVER = 1.5;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Document document;
    private final Track track;
    private final Instant now;

    private ReadFeed(Document document, Track track, Instant now) {
        this.document = document;
        this.track = track;
        this.now = now;
    }

    /** The verdict; {@code track} already knows of this poll. */
    public static Verdict verdict(Document document, Track track, Instant now) {
        var feed = new ReadFeed(document, track, now);
        Verdict worst = feed.zombie();
        worst = worst == null ? feed.silent() : worst;
        worst = worst == null ? feed.lossy() : worst;
        worst = worst == null ? feed.moved() : worst;
        worst = worst == null ? feed.undated() : worst;
        return worst == null ? feed.well() : worst;
    }

    private @Nullable Verdict zombie() {
        String advice = "Look for another address of this outlet, or disable it with this reason.";
        // One empty document in between is a slip of the publisher's; the next poll decides.
        if (document.entries() == 0 && (document.earlier() == 0 || track.empty() > 1)) {
            return verdict(State.ZOMBIE, said() + " and 0 entries", advice);
        }
        Instant newest = track.newest();
        if (document.entries() > 0 && newest != null && newest.isBefore(now.minus(YEARS_OLD))
                && 2 * track.dated() >= document.entries()) {
            return verdict(State.ZOMBIE, said() + " and " + entries(document.entries()) + ", newest from "
                    + MONTH.format(newest.atZone(ZoneOffset.UTC)), advice);
        }
        return null;
    }

    private @Nullable Verdict silent() {
        Instant lastNew = document.lastNew();
        var rhythm = track.rhythmAt(now);
        if (lastNew == null || rhythm == null || !learned()) {
            return null;
        }
        Duration silence = silence(lastNew);
        boolean longest = silence.toMinutes() >= LONGER_THAN_EVER * 60 * track.longestGap()
                && silence.compareTo(QUIET_AT_LEAST) >= 0;
        Integer oneIn = rhythm.silenceOneIn();
        return longest && oneIn != null && track.chanceOfSilence(now) <= IMPROBABLE
                ? verdict(State.SILENT,
                        said() + " and " + entries(document.entries()) + ", nothing new for " + words(silence)
                                + "; chance of such a silence 1 in " + String.format(Locale.ENGLISH, "%,d", oneIn),
                        "Look at the site: if it has news, this feed has stopped, and another address may go on.")
                : null;
    }

    private @Nullable Verdict lossy() {
        var loss = track.loss();
        if (loss == null || loss.last().isBefore(now.minus(LOSS_COUNTS))) {
            return null;
        }
        String times = loss.times() == 1 ? "one poll" : loss.times() + " polls";
        return verdict(State.LOSSY,
                times + " shared no entry with the one before; now asked every " + words(document.interval()),
                "It is asked more often by itself. If it stays so, look for a feed of the outlet that holds more entries.");
    }

    private @Nullable Verdict moved() {
        var move = track.move();
        return move == null
                ? null
                : verdict(State.MOVED, "moved to " + shortened(move.to(), document.url()) + " since "
                        + DAY.format(move.since().atZone(ZoneOffset.UTC)) + "; confirm the new address",
                        "Set the address to " + move.to() + ".");
    }

    private @Nullable Verdict undated() {
        int undated = document.entries() - track.dated();
        return document.entries() > 0 && 2 * undated > document.entries()
                ? verdict(State.UNDATED,
                        entries(undated) + (undated == document.entries() ? "" : " of " + document.entries())
                                + " without a date; first-seen time is used",
                        "Nothing needs doing. The time of each report is when we first saw it.")
                : null;
    }

    private Verdict well() {
        if (document.entries() == 0) {
            return verdict(State.QUIET, said() + " and 0 entries this once, " + document.earlier() + " before", null);
        }
        Instant lastNew = document.lastNew();
        if (lastNew == null || silence(lastNew).compareTo(quietFrom()) < 0) {
            return verdict(State.OK,
                    said() + ", " + entries(document.entries())
                            + (document.httpStatus() == 304 ? "" : ", " + document.fresh() + " new"),
                    null);
        }
        String silence = said() + ", nothing new for " + words(silence(lastNew));
        return verdict(State.QUIET, learned()
                ? silence + ", usual here"
                : silence + "; its rhythm is not known yet (" + track.rhythm().daysLearned() + " of " + DAYS_TO_LEARN
                        + " days)",
                null);
    }

    private Verdict verdict(State state, String reason, @Nullable String advice) {
        var evidence = new ArrayList<String>();
        if (track.titlesOnly()) {
            evidence.add("titles only: no body text in this feed");
        }
        if ("http".equalsIgnoreCase(document.url().getScheme())
                && !ThisMachine.is(String.valueOf(document.url().getHost()))) {
            evidence.add("plain HTTP: no proof of origin, treat as a lead");
        }
        if (state != State.UNDATED && track.dated() > 0 && track.dated() < document.entries()) {
            evidence.add(track.dated() + " of " + document.entries() + " entries have a date");
        }
        if (state != State.MOVED && track.move() != null) {
            evidence.add("redirects to " + track.move().to());
        }
        return new Verdict(state, reason, List.copyOf(evidence), advice);
    }

    private boolean learned() {
        return track.rhythm().daysLearned() >= DAYS_TO_LEARN && track.rhythm().hits() >= HITS_TO_LEARN;
    }

    /** A feed of three articles a day is not quiet after an hour; one of a hundred is after three. */
    private Duration quietFrom() {
        double perDay = track.rhythm().perDay();
        if (!learned() || perDay <= 1) {
            return QUIET_WHERE_UNKNOWN;
        }
        Duration usual = Duration.ofMinutes((long) (24 * 60 / perDay));
        return usual.compareTo(QUIET_AT_LEAST) < 0 ? QUIET_AT_LEAST : usual;
    }

    private Duration silence(Instant lastNew) {
        return Duration.between(lastNew, now);
    }

    private String said() {
        return Integer.toString(document.httpStatus());
    }

    private static String entries(int number) {
        return number == 1 ? "1 entry" : number + " entries";
    }

    private static String shortened(URI to, URI from) {
        boolean sameHost = String.valueOf(to.getHost()).equalsIgnoreCase(from.getHost());
        return sameHost && to.getRawPath() != null && !to.getRawPath().isEmpty() ? to.getRawPath() : to.toString();
    }

    /** "40 s", "12 min", "37 h", "9 days". */
    static String words(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 120
                ? seconds + " s"
                : seconds < 7_200
                        ? seconds / 60 + " min"
                        : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
    }
}
