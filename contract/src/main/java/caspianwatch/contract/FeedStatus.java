package caspianwatch.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a feed after its last poll.
 *
 * <p>A record whose {@code since} differs from the one before under the same key is a change of state: {@code previous}
 * names the state that ended, and feed id and {@code since} together are the id of the change.
 *
 * @param reason the sentence with the number that decided the state
 * @param since when the feed entered this state
 * @param etag the validator of the last document, verbatim; kept only with the document's articles
 * @param lastPoll when it was last asked
 * @param lastNew when it last brought an article that we did not have
 * @param nextDue when it is asked next; null where it is disabled
 * @param failures polls in a row that brought no document
 * @param httpStatus status of the last answer; 0 where there was none
 * @param bytes decoded size of the last document
 * @param entries entries in the last document
 * @param fresh entries of the last document that were new
 * @param problems what had to be repaired in the last document
 * @param previous the state before this one; null where there was none
 * @param evidence what else was seen that bears on the state, a phrase each
 * @param advice what somebody may do about it, in a sentence; null where nothing is to be done
 * @param lastGood when it was last read: a document with entries, or none because nothing had changed
 * @param rhythm how often it brings something; null until there is anything to say
 * @param history what it brought in the last seven days; null until it was read
 * @param look what was found by the fetch that somebody asked for, for an hour afterwards; null else
 */
public record FeedStatus(String feedId, State state, String reason, Instant since, @Nullable String etag,
        @Nullable String lastModified, @Nullable Instant lastPoll, @Nullable Instant lastNew, @Nullable Instant nextDue,
        int failures, int httpStatus, long bytes, int entries, int fresh, List<String> problems,
        @Nullable State previous, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> evidence,
        @Nullable String advice, @Nullable Instant lastGood, @Nullable Rhythm rhythm, @Nullable History history,
        @Nullable Look look) {

    @JsonCreator
    @SuppressWarnings({"NullAway", "ConstantValue"}) // a record of the first version has no evidence
    public FeedStatus {
        evidence = evidence == null ? List.of() : evidence;
    }

    /** A status without what was added after the first version. */
    public FeedStatus(String feedId, State state, String reason, Instant since, @Nullable String etag,
            @Nullable String lastModified, @Nullable Instant lastPoll, @Nullable Instant lastNew,
            @Nullable Instant nextDue, int failures, int httpStatus, long bytes, int entries, int fresh,
            List<String> problems) {
        this(feedId, state, reason, since, etag, lastModified, lastPoll, lastNew, nextDue, failures, httpStatus, bytes,
                entries, fresh, problems, null, List.of(), null, null, null, null, null);
    }

    /**
     * The state of a feed: whether it can be read, and if so whether it can be relied on.
     */
    public enum State {
        /** It is read and brings what it usually brings. */
        OK,
        /** It is read and brings nothing new, which is usual for it at this time. */
        QUIET,
        /** It has not been asked yet. */
        NEW,
        /** No answer, or an error. */
        FAILING,
        /** The server refuses us, or shows a page that asks for a person, or the address must not be reached. */
        BLOCKED,
        /** It answers with something that cannot be read as a feed. */
        MALFORMED,
        /** The publisher has withdrawn it. */
        GONE,
        /** It is not polled, because somebody said so. */
        DISABLED,
        /** It is read and has brought nothing new for improbably long. */
        SILENT,
        /** It answers with a document that is tiny, empty or years old. */
        ZOMBIE,
        /** It is read, and its entries have no dates: the time of a report is when we first saw it. */
        UNDATED,
        /** It is read, and a poll shared nothing with the one before: entries between them may be lost. */
        LOSSY,
        /** It is read at another address than the one on the list. */
        MOVED;

        /** Whether its articles reach us. */
        public boolean readable() {
            return switch (this) {
                case OK, QUIET, UNDATED, LOSSY, MOVED -> true;
                case NEW, FAILING, BLOCKED, MALFORMED, GONE, DISABLED, SILENT, ZOMBIE -> false;
            };
        }
    }

    /**
     * How often a feed brings something, learned by hour and weekday.
     *
     * @param perDay new entries a day, on average over the weeks learned
     * @param daysLearned days of which we know what it brought; under seven it says little of weekends
     * @param longestGapHours the longest time without anything new that it has come back from
     * @param silenceOneIn 900 where a silence as long as the present one has a chance of 1 in 900; null where it is usual
     */
    public record Rhythm(double perDay, int daysLearned, int longestGapHours, @Nullable Integer silenceOneIn) {}

    /**
     * New entries by the hour in which they came.
     *
     * @param start of the first bin, on the full hour in UTC
     * @param binHours hours in a bin
     * @param counts a number a bin, oldest first; -1 where we did not see
     */
    public record History(Instant start, int binHours, List<Integer> counts) {}

    /**
     * What was found by a fetch that somebody asked for.
     *
     * @param requested as in the feed that asked for it
     * @param at when it was done
     * @param state in which the feed would be if this were all that is known of it
     * @param sentence what was seen, with the number that decided
     * @param url where the document was found, after redirects
     * @param httpStatus 0 where there was no answer
     * @param contentType as the server named it
     * @param format such as {@code rss 2.0}; null where it is no feed
     * @param title what the document calls itself
     * @param dated entries with a date
     * @param announced feeds that a page names, where the address is of a page
     * @param samples the first entries
     */
    public record Look(Instant requested, Instant at, State state, String sentence, URI url, int httpStatus,
            @Nullable String contentType,
            long bytes, @Nullable String format, @Nullable String title, @Nullable String language, int entries,
            int fresh, int dated, @Nullable Instant oldest, @Nullable Instant newest, List<String> announced,
            List<Sample> samples) {}

    /** An entry as its article would be; the text is cut. */
    public record Sample(String title, String text, @Nullable URI url, @Nullable Instant published,
            @Nullable String language) {}
}
