package caspianwatch.runtime.egress;

import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The HTTP client for addresses that users give: no proxy, no cookies, no redirects followed, addresses checked at connect. */
@SuppressWarnings("DoNotCallSuggester")
public final class SafeEgress {
    private SafeEgress() {}

    /** A client that reaches only permitted addresses; a refused one fails with {@link BlockedAddressException}. */
    public static OkHttpClient client(Networks networks, Duration total) {
        throw new IllegalStateException("not written yet");
    }

    /** Why an address is refused before any look-up (scheme, userinfo, odd host, private literal); null where it is not. */
    public static @Nullable String objection(URI url, Networks networks) {
        throw new IllegalStateException("not written yet");
    }
}
