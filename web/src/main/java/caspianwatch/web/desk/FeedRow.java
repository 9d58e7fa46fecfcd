package caspianwatch.web.desk;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.KnownFeed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a row.
 *
 * @param since when what is wrong with it began; null where nothing is, or the reason says it
 * @param next when it is asked next; null where it is not
 * @param due whether that is past, as it may be for some minutes: what brings nothing new is not told at every poll
 * @param asked what the fetch found that somebody asked for; null where nobody did, or an hour ago
 */
record FeedRow(String id, StateMark mark, String title, String country, String language, String lastNew,
        @Nullable Stamp lastNewAt, String rhythm, Spark spark, String reason, @Nullable Stamp since,
        @Nullable Stamp next,
        boolean due, @Nullable LookLine asked) {

    static FeedRow of(KnownFeed known, Samples samples, Moment moment) {
        Feed feed = known.feed();
        FeedStatus status = known.status();
        Instant lastNew = status == null ? null : status.lastNew();
        var look = status == null ? null : status.look();
        return new FeedRow(feed.id(), mark(known), Marks.contained(feed.title()), feed.country(),
                feed.language() == null ? "" : feed.language(), FeedWords.age(lastNew, moment.now()),
                lastNew == null ? null : moment.stamp(lastNew),
                FeedWords.rhythm(status == null ? null : status.rhythm()),
                Spark.of(status == null ? null : status.history()), reason(known),
                status == null || !sinceCounts(mark(known)) ? null : moment.stamp(status.since()),
                status == null || status.nextDue() == null ? null : moment.stamp(status.nextDue()),
                status != null && status.nextDue() != null && status.nextDue().isBefore(moment.now()),
                look == null ? null : LookLine.of(look, samples.of(feed, look), moment));
    }

    private static boolean sinceCounts(StateMark mark) {
        return switch (mark.group()) {
            case OUT -> true;
            case LOOK -> mark.state() != State.MOVED;
            case OK, NEW, OFF -> false;
        };
    }

    static StateMark mark(KnownFeed known) {
        FeedStatus status = known.status();
        return new StateMark(!known.feed().enabled() && known.feed().draft() == null
                ? State.DISABLED
                : status == null ? State.NEW : status.state());
    }

    /** The sentence; of a healthy feed the one thing beyond it that is worth knowing. */
    static String reason(KnownFeed known) {
        FeedStatus status = known.status();
        if (!known.feed().enabled() && known.feed().disabledReason() != null) {
            return known.feed().disabledReason();
        }
        if (status == null) {
            return "not asked yet";
        }
        List<String> more = status.evidence();
        boolean well = status.state() == State.OK || status.state() == State.QUIET;
        return Marks.contained(well && !more.isEmpty() ? status.reason() + "; " + more.getFirst() : status.reason());
    }
}
