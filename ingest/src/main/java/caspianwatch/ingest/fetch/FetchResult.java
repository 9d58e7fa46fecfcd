package caspianwatch.ingest.fetch;

import caspianwatch.ingest.entries.Draft;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one request for a feed came to. The simple name of the case is the label of its metric. */
public sealed interface FetchResult {

    /** What the server wants to be asked with next time, verbatim as it sent them. */
    record Validators(@Nullable String etag, @Nullable String lastModified) {
        /** Nothing to ask with: the whole document is wanted. */
        public static final Validators NONE = new Validators(null, null);

        /** Whether there is anything to ask with. */
        public boolean any() {
            return etag != null || lastModified != null;
        }
    }

    /** A document that was read; {@code bytes} is its decoded size. */
    record Fetched(int status, Validators validators, long bytes, List<Draft> drafts, List<String> problems)
            implements
                FetchResult {}

    /** 304; the server may have sent new validators. */
    record NotModified(Validators validators) implements FetchResult {}

    /** 429, 503 or any error with a Retry-After; {@code at} is null where the server named no time. */
    record RetryAfter(int status, @Nullable Instant at) implements FetchResult {}

    /** 410. */
    record Gone() implements FetchResult {}

    /** 401, 403 and 451: the server does not want us. */
    record Refused(int status) implements FetchResult {}

    /**
     * No document.
     *
     * @param status of the answer; 0 where there was none
     * @param reason one word: http, timeout, dns, connect, tls, too-large, encoding, redirect, io, bug
     */
    record Failed(int status, String reason, String detail) implements FetchResult {}

    /** A document that is no feed. */
    record Malformed(int status, long bytes, String detail) implements FetchResult {}

    /** The address, or one it redirects to, must not be reached. */
    record Blocked(String detail) implements FetchResult {}
}
