package caspianwatch.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed to poll.
 *
 * @param id twelve and more hex digits, derived from the address at which it was first added
 * @param country ISO 3166 code of the outlet, or a word such as {@code regional}
 * @param language the publisher's claim, ISO 639; a hint only, for labels are often wrong
 * @param affiliation who stands behind it (state, party, company), where known
 * @param reliability A to F
 * @param interval how often to poll at first
 * @param disabledReason why it is not polled; null where it is enabled
 * @param fetchRequested when somebody last asked for it to be fetched at once; null where nobody did. A feed that is not
 *     enabled is then fetched for its status alone, without any article
 * @param draft when it was proposed; null where it is on the list. A draft is not enabled, shows what it would bring, and
 *     is removed within the hour unless it is saved
 */
public record Feed(String id, URI url, String title, String country, @Nullable String language, Kind kind,
        @Nullable String affiliation, Reliability reliability, Duration interval, boolean enabled,
        @Nullable String disabledReason, @Nullable Instant fetchRequested, @Nullable Instant draft) {

    /** A feed on the list that nobody has asked to be fetched at once. */
    public Feed(String id, URI url, String title, String country, @Nullable String language, Kind kind,
            @Nullable String affiliation, Reliability reliability, Duration interval, boolean enabled,
            @Nullable String disabledReason) {
        this(id, url, title, country, language, kind, affiliation, reliability, interval, enabled, disabledReason, null,
                null);
    }

    /** The same feed, to be fetched at once. */
    public Feed fetchRequested(Instant at) {
        return new Feed(id, url, title, country, language, kind, affiliation, reliability, interval, enabled,
                disabledReason, at, draft);
    }

    /** The same feed at another address. */
    public Feed at(URI address) {
        return new Feed(id, address, title, country, language, kind, affiliation, reliability, interval, enabled,
                disabledReason, fetchRequested, draft);
    }

    /** What stands behind a feed. */
    public enum Kind {
        WIRE, OFFICIAL, TRADE, INDEPENDENT
    }

    /** How far the outlet is to be trusted, A best, F cannot be judged. */
    public enum Reliability {
        A, B, C, D, E, F
    }

    /** The host of the address, lower case. */
    public String host() {
        return hostOf(url);
    }

    /** The key in the topics {@code feeds} and {@code feed-status}: host, slash, id. */
    public String key() {
        return host() + "/" + id;
    }

    /** The id of a feed that is added at this address. */
    public static String idOf(URI url) {
        return Ids.of(url.toString());
    }

    private static String hostOf(URI url) {
        String host = url.getHost();
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("feed address without a host: " + url);
        }
        return host.toLowerCase(Locale.ROOT);
    }
}
