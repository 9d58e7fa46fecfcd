package caspianwatch.ingest.fetch;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FetchResult.Validators;
import caspianwatch.runtime.egress.Networks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Asks for a feed once, of a world that is 127.0.0.1 alone. */
final class Asking {
    private Asking() {}

    static FetchResult once(URI url, Duration total) {
        return once(url, total, Validators.NONE);
    }

    static FetchResult once(URI url, Duration total, Validators validators) {
        try (var fetcher = new HttpFetcher(Networks.publicAnd(List.of("127.0.0.1/32")), UserAgent.with("op.example"),
                Clock.systemUTC(), total)) {
            return fetcher.fetch(new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
                    Feed.Reliability.B, Duration.ofMinutes(10), true, null), validators);
        }
    }
}
