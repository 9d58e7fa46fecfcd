package caspianwatch.ingest.fetch;

import caspianwatch.ingest.entries.Draft;
import caspianwatch.ingest.parse.Pace;
import java.net.URI;
import java.time.Duration;
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

    /**
     * What was asked and what answered.
     *
     * @param url of the document, after redirects
     * @param permanent where the first redirects said that the feed has moved for good; null where none did
     * @param contentType as the server named it
     */
    record Origin(URI url, @Nullable URI permanent, @Nullable String contentType) {}

    /**
     * What a document says of itself.
     *
     * @param format such as {@code rss 2.0}
     */
    record Head(String format, @Nullable String title, @Nullable String language) {}

    /**
     * When the server and the document want us back.
     *
     * @param fresh for how long the answer stays the same by its headers; null where they say nothing
     */
    record Wishes(@Nullable Duration fresh, Pace pace) {
        /** None. */
        public static final Wishes NONE = new Wishes(null, Pace.UNSAID);
    }

    /** A document that was read; {@code bytes} is its decoded size. */
    record Fetched(int status, Validators validators, long bytes, Origin origin, Head head, List<Draft> drafts,
            List<String> problems, Wishes wishes)
            implements
                FetchResult {

        /** One whose publisher has no wishes. */
        public Fetched(int status, Validators validators, long bytes, Origin origin, Head head, List<Draft> drafts,
                List<String> problems) {
            this(status, validators, bytes, origin, head, drafts, problems, Wishes.NONE);
        }
    }

    /** 304; the server may have sent new validators, and for how long nothing will change. */
    record NotModified(Validators validators, @Nullable Duration fresh) implements FetchResult {

        /** One that says nothing of the time to come. */
        public NotModified(Validators validators) {
            this(validators, null);
        }
    }

    /** 429, 503 or any error with a Retry-After; {@code at} is null where the server named no time. */
    record RetryAfter(int status, @Nullable Instant at) implements FetchResult {}

    /** 410. */
    record Gone() implements FetchResult {}

    /**
     * The server does not want us: 401, 403 and 451, or a page that asks for a person.
     *
     * @param page what kind of page came instead, such as {@code a challenge page}; null where none is known
     */
    record Refused(int status, @Nullable String page) implements FetchResult {}

    /**
     * No document.
     *
     * @param status of the answer; 0 where there was none
     * @param reason one word: http, timeout, dns, connect, tls, too-large, encoding, redirect, io, bug
     */
    record Failed(int status, String reason, String detail) implements FetchResult {}

    /**
     * A document that is no feed.
     *
     * @param announced the feeds that it names, where it is an HTML page
     */
    record Malformed(int status, long bytes, Origin origin, String detail, List<String> announced)
            implements
                FetchResult {}

    /**
     * The address, or one it redirects to, must not be reached.
     *
     * @param reason one word, of {@link #REASONS}
     */
    record Blocked(String reason, String detail) implements FetchResult {
        /** By the looks of the address, of one that it redirects to, by where its name leads, or from https to http. */
        public static final List<String> REASONS = List.of("address", "redirect", "name", "downgrade");
    }
}
