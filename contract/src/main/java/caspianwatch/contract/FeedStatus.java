package caspianwatch.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we know of a feed after its last poll.
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
 */
public record FeedStatus(String feedId, State state, String reason, Instant since, @Nullable String etag,
        @Nullable String lastModified, @Nullable Instant lastPoll, @Nullable Instant lastNew, @Nullable Instant nextDue,
        int failures, int httpStatus, long bytes, int entries, int fresh, List<String> problems) {

    /** The state of a feed: the first two are well, the rest ask for a look. */
    public enum State {
        OK, QUIET, NEW, FAILING, BLOCKED, MALFORMED, GONE, DISABLED;

        /** Whether the feed could be read when it was last asked. */
        public boolean readable() {
            return switch (this) {
                case OK, QUIET -> true;
                case NEW, FAILING, BLOCKED, MALFORMED, GONE, DISABLED -> false;
            };
        }
    }
}
