package caspianwatch.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of each record, every component filled, and some as bare as they may be. */
final class Samples {
    private static final Instant SEEN = Instant.parse("2026-03-01T06:00:05.250Z");
    private static final String TITLE = "Флотилия вышла на учения";

    static final Feed FEED = new Feed("0123456789ab", URI.create("https://news.example/rss?x=1"), "Example News", "AZ",
            "az",
            Feed.Kind.TRADE, "state", Feed.Reliability.B, Duration.ofMinutes(5), false, "asks for payment");
    static final Feed BARE_FEED = new Feed("0123456789ac", URI.create("https://wire.example/atom"), "Example Wire",
            "regional", null, Feed.Kind.WIRE, null, Feed.Reliability.F, Duration.ofSeconds(90), true, null);
    static final FeedStatus STATUS = new FeedStatus("0123456789ab", FeedStatus.State.FAILING,
            "3 polls in a row timed out",
            SEEN, "W/\"a-1\"", "Sun, 01 Mar 2026 06:00:00 GMT", SEEN, SEEN.minusSeconds(60), SEEN.plusSeconds(300), 3,
            503,
            12_345, 40, 2, List.of("two entries share an id"));
    static final FeedStatus BARE_STATUS = new FeedStatus("0123456789ac", FeedStatus.State.DISABLED, "never asked", SEEN,
            null, null, null, null, null, 0, 0, 0, 0, 0, List.of());
    static final Feed ASKED_FEED = new Feed("0123456789ad", URI.create("https://cape.example/feed.json"), "Cape",
            "KZ", "kk", Feed.Kind.OFFICIAL, null, Feed.Reliability.C, Duration.ofMinutes(15), false, null, SEEN,
            SEEN.minusSeconds(5));
    static final FeedStatus KNOWN_STATUS = new FeedStatus("0123456789ad", FeedStatus.State.SILENT,
            "nothing new for 37 hours", SEEN, null, null, SEEN, SEEN.minusSeconds(133_200), SEEN.plusSeconds(300), 0,
            304, 12_345, 24, 0, List.of(), FeedStatus.State.QUIET, List.of("HTTP 304", "24 entries"),
            "Look at the site.", SEEN, new FeedStatus.Rhythm(12.5, 35, 9, 900),
            new FeedStatus.History(SEEN.minusSeconds(43_205).minusMillis(250), 6, List.of(3, 0, -1)),
            new FeedStatus.Look(SEEN.minusSeconds(1), SEEN, FeedStatus.State.OK, "200, 24 entries",
                    URI.create("https://cape.example/feed"), 200,
                    "application/feed+json", 12_345, "json feed 1.1", "Cape", "kk", 24, 1, 23, SEEN.minusSeconds(900),
                    SEEN, List.of("https://cape.example/other"),
                    List.of(new FeedStatus.Sample("A title", "A text", URI.create("https://cape.example/1"), SEEN,
                            "kk"))));
    static final Article ARTICLE = new Article("a1b2c3",
            new Article.Source("news.example/0123456789ab", "Example News", "AZ"),
            URI.create("https://news.example/1?utm_source=rss"), URI.create("https://news.example/1"), TITLE,
            "Первый абзац.\n\nВторой абзац.", Article.TextBasis.FULL, "ru", "A. Reporter", SEEN.minusSeconds(65), SEEN,
            SEEN.plusSeconds(9), 2, "c0ffee", List.of(URI.create("https://news.example/1.jpg")), true);
    static final Article BARE_ARTICLE = new Article("a1b2c4",
            new Article.Source("wire.example/0123456789ac", "Example Wire", "regional"), null, null, "Only a title", "",
            Article.TextBasis.TITLE, null, null, null, SEEN, SEEN, 1, "beef", List.of(), false);
    private static final Evidence EVIDENCE = new Evidence("naval", Evidence.Field.TITLE, 0, 8, "Флотилия", "флотил~ru",
            2.5);
    static final TaggedArticle TAGGED = new TaggedArticle(ARTICLE, "ru",
            List.of(new Tag("naval", 4.5, List.of(EVIDENCE))), List.of(), "story-1", Severity.HIGH,
            List.of("naval exercise"),
            "2026-03",
            TaggedArticle.Origin.REPLAY, SEEN.plusMillis(31));
    static final TaggedArticle BARE_TAGGED = new TaggedArticle(BARE_ARTICLE, "und", List.of(), List.of(), null,
            Severity.BACKGROUND,
            List.of(), "2026-03", TaggedArticle.Origin.LIVE, SEEN);
    private static final Evidence NAME = new Evidence("", Evidence.Field.TITLE, 0, 8, "Флотилия", "флотили~", 1);
    static final TaggedArticle TAGGED_WITH_ENTITIES = new TaggedArticle(ARTICLE, "ru", TAGGED.tags(),
            List.of(new Entity("ru.caspian-flotilla", "force", "Caspian Flotilla", null, null, List.of(NAME)),
                    new Entity("port.kaspiysk", "port", "Kaspiysk", 42.88, 47.65, List.of(NAME))),
            "story-1", Severity.HIGH, List.of("naval exercise"), "2026-03", TaggedArticle.Origin.REPLAY,
            SEEN.plusMillis(31));
    static final Subscription SUBSCRIPTION = new Subscription("sub-1", "duty", "Exercises",
            "caspian AND naval-exercise",
            Severity.NOTABLE,
            List.of(new Channel.Webhook(URI.create("https://hooks.example/in"),
                    "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"),
                    new Channel.Log()),
            true, SEEN);
    static final Alert ALERT = new Alert("alert-1", "sub-1", "Exercises", "caspian AND naval-exercise", TAGGED,
            List.of(EVIDENCE), List.of("matches naval-exercise"), SEEN.plusMillis(40));
    static final Alert ALERT_WITH_ENTITIES = new Alert("alert-1", "sub-1", "Exercises", "caspian AND naval-exercise",
            TAGGED_WITH_ENTITIES, List.of(EVIDENCE), List.of("matches naval-exercise"), SEEN.plusMillis(40));
    static final Delivery DELIVERY = new Delivery("notification-1", "sub-1", "Exercises", List.of("alert-1"),
            "webhook:0123456789ab", "webhook", 2, Delivery.Outcome.RETRYING, "rate_limited", "429, asked to wait 60 s",
            SEEN,
            120, SEEN.plusSeconds(60));
    static final Delivery BARE_DELIVERY = new Delivery("notification-2", "sub-1", "Exercises", List.of("alert-2"),
            "log",
            "log", 1, Delivery.Outcome.DELIVERED, "accepted", "", SEEN, 0, null);

    private Samples() {}

    /** Golden files that are read and no longer written: a later version has more fields. */
    static final Set<String> SUPERSEDED = Set.of("TaggedArticle-v1", "TaggedArticle-v1-bare", "Alert-v1");

    /** Each by the name of its golden file. */
    static Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        all.put("Feed-v1", FEED);
        all.put("Feed-v1-bare", BARE_FEED);
        all.put("Feed-v2", ASKED_FEED);
        all.put("FeedStatus-v1", STATUS);
        all.put("FeedStatus-v1-bare", BARE_STATUS);
        all.put("FeedStatus-v2", KNOWN_STATUS);
        all.put("Article-v1", ARTICLE);
        all.put("Article-v1-bare", BARE_ARTICLE);
        all.put("TaggedArticle-v1", TAGGED);
        all.put("TaggedArticle-v1-bare", BARE_TAGGED);
        all.put("TaggedArticle-v2", TAGGED_WITH_ENTITIES);
        all.put("TaggedArticle-v2-bare", BARE_TAGGED);
        all.put("Subscription-v1", SUBSCRIPTION);
        all.put("Alert-v1", ALERT);
        all.put("Alert-v2", ALERT_WITH_ENTITIES);
        all.put("Delivery-v1", DELIVERY);
        all.put("Delivery-v1-bare", BARE_DELIVERY);
        return all;
    }
}
