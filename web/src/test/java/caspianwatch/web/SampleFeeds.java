package caspianwatch.web;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Feed.Kind;
import caspianwatch.contract.Feed.Reliability;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.History;
import caspianwatch.contract.FeedStatus.Rhythm;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.view.Views;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Feeds of invented outlets in every state. */
public final class SampleFeeds {
    private static final List<String> COUNTRIES = List.of("AZ", "RU", "IR", "KZ", "TM", "TR", "GE", "US");
    private static final List<String> LANGUAGES = List.of("az", "ru", "fa", "kk", "tk", "tr", "ka", "en");
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> NAMES = List.of("Tidewire", "Liman Xəbər", "Каспий-Маяк", "Khazar Telegraph",
            "Aktau Lantern", "Breakwater", "Şamandıra", "Deniz Postası", "Harbour Ledger", "Lotsman");

    private SampleFeeds() {}

    /** One feed in each state and {@code well} that are well. */
    public static void fill(Views views, Instant now, int well) {
        int number = 0;
        for (State state : State.values()) {
            put(views, now, number++, state);
        }
        for (int i = 0; i < well; i++) {
            put(views, now, number++, i % 7 == 6 ? State.QUIET : State.OK);
        }
    }

    private static void put(Views views, Instant now, int number, State state) {
        var random = new Random(number);
        var url = URI.create("https://outlet" + number + ".example/rss");
        boolean enabled = state != State.DISABLED;
        var feed = new Feed(Feed.idOf(url), url,
                NAMES.get(number % NAMES.size()) + (number < NAMES.size() ? "" : " " + number / NAMES.size()),
                COUNTRIES.get(number % 8), LANGUAGES.get(number % 8), KINDS.get(number % 4), null,
                Reliability.B, Duration.ofMinutes(5), enabled, enabled ? null : "asks for payment since May");
        views.feed(feed.key(), feed);
        views.status(feed.key(), status(feed, state, now, random));
    }

    private static FeedStatus status(Feed feed, State state, Instant now, Random random) {
        boolean never = state == State.ZOMBIE || state == State.NEW;
        Instant lastNew = never ? null : now.minusSeconds(state.readable() ? random.nextInt(9_000) : 136_000);
        return new FeedStatus(feed.id(), state, reason(state), now.minusSeconds(5_000), null, null,
                now.minusSeconds(2 + random.nextInt(200)), lastNew,
                state == State.DISABLED || state == State.GONE ? null : now.plusSeconds(30 + random.nextInt(2_000)),
                state.readable() ? 0 : 3, 200, 12_345, 24, 1, List.of("a bare ampersand"), State.OK,
                state == State.OK ? List.of() : List.of("HTTP 200"), "Look at the site.",
                state.readable() ? now.minusSeconds(60) : now.minusSeconds(90_000),
                never ? null : new Rhythm(3 + random.nextInt(200), 21, 6, state == State.SILENT ? 900 : null),
                never ? null : history(now, state, random), null);
    }

    private static String reason(State state) {
        return switch (state) {
            case OK -> "200, 24 entries, 1 new";
            case QUIET -> "304, nothing new for 9 h, usual here";
            case NEW -> "not asked yet";
            case FAILING -> "tls: the certificate expired on 19 Nov; 23 polls in a row";
            case BLOCKED -> "403 and a challenge page";
            case MALFORMED -> "200, an HTML page instead of a feed, 47,102 bytes";
            case GONE -> "410: the publisher has withdrawn it";
            case DISABLED -> "asks for payment since May";
            case SILENT -> "200 and 24 entries, nothing new for 37 h; chance of such a silence 1 in 900";
            case ZOMBIE -> "200 and 10 entries, newest from March 2016";
            case UNDATED -> "107 entries without a date; first-seen time is used";
            case LOSSY -> "one poll shared no entry with the one before; now asked every 30 s";
            case MOVED -> "moved to /rss/all.xml since 14 Nov; confirm the new address";
        };
    }

    private static @Nullable History history(Instant now, State state, Random random) {
        var counts = new ArrayList<Integer>();
        int unseen = switch (state) {
            case BLOCKED, FAILING, GONE -> 7;
            case MALFORMED -> 1;
            case OK, QUIET, NEW, DISABLED, SILENT, ZOMBIE, UNDATED, LOSSY, MOVED -> 0;
        };
        for (int i = 0; i < 28; i++) {
            counts.add(i >= 28 - unseen ? -1 : state == State.SILENT && i > 21 ? 0 : random.nextInt(12));
        }
        return new History(now.minus(Duration.ofDays(7)), 6, counts);
    }

    /** The word of a state in addresses. */
    public static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
