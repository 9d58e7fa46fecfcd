package caspianwatch.web.view;

import caspianwatch.contract.Feed.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of the feeds that are polled, how many could be read in the last 24 hours, by country and kind. */
public final class Balance {
    /** Every country that is not named. */
    public static final String OTHERS = "others";
    /** The five on the shore, then the two beside it that speak of it most. */
    public static final List<String> COUNTRIES = List.of("AZ", "RU", "IR", "KZ", "TM", "TR", "GE", OTHERS);

    private static final Duration DAY = Duration.ofHours(24);

    /** How many, and how many of them could be read. */
    public record Share(int readable, int polled) {
        Share with(boolean read) {
            return new Share(readable + (read ? 1 : 0), polled + 1);
        }
    }

    private static final Share NONE = new Share(0, 0);

    private final Map<String, Map<Kind, Share>> shares;

    private Balance(Map<String, Map<Kind, Share>> shares) {
        this.shares = shares;
    }

    public static Balance of(List<KnownFeed> feeds, Instant now) {
        var shares = new LinkedHashMap<String, Map<Kind, Share>>();
        for (KnownFeed known : feeds) {
            if (known.feed().enabled()) {
                shares.computeIfAbsent(country(known), _ -> new LinkedHashMap<>()).merge(known.feed().kind(),
                        NONE.with(readable(known, now)),
                        (one, other) -> new Share(one.readable() + other.readable(), one.polled() + other.polled()));
            }
        }
        return new Balance(shares);
    }

    /** The country of a feed as this counts it. */
    public static String country(KnownFeed known) {
        return COUNTRIES.contains(known.feed().country()) ? known.feed().country() : OTHERS;
    }

    /** Whether it could be read in the last 24 hours, now included. */
    public static boolean readable(KnownFeed known, Instant now) {
        var status = known.status();
        return status != null && (status.state().readable()
                || (status.lastGood() != null && status.lastGood().isAfter(now.minus(DAY))));
    }

    public List<String> countries() {
        return COUNTRIES;
    }

    public Share of(String country, Kind kind) {
        return shares.getOrDefault(country, Map.of()).getOrDefault(kind, NONE);
    }

    public Share of(String country) {
        var all = shares.getOrDefault(country, Map.of()).values();
        return new Share(all.stream().mapToInt(Share::readable).sum(), all.stream().mapToInt(Share::polled).sum());
    }
}
