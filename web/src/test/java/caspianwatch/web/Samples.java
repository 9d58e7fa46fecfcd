package caspianwatch.web;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records for tests, of invented outlets. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-20T23:12:44Z");

    private Samples() {}

    /** An article first seen some seconds ago, tagged {@code caspian} for the given words where they stand. */
    public static TaggedArticle article(String id, String title, String text, int secondsAgo, String... words) {
        return article(id, title, text, "Tidewire", URI.create("https://tidewire.example/" + id), secondsAgo, words);
    }

    public static TaggedArticle article(String id, String title, String text, String source, @Nullable URI url,
            int secondsAgo, String... words) {
        var seen = NOW.minusSeconds(secondsAgo);
        var article = new Article(id, new Article.Source("tidewire.example/1", source, "AZ"), url, url, title, text,
                Article.TextBasis.FULL, "en", null, seen, seen, seen, 1, Ids.digest(title, text), List.of(), false);
        var evidence = new ArrayList<Evidence>();
        for (String word : words) {
            for (var field : Evidence.Field.values()) {
                int at = field.of(article).indexOf(word);
                if (at >= 0) {
                    evidence.add(new Evidence("caspian", field, at, at + word.length(), word, word, 2));
                }
            }
        }
        return new TaggedArticle(article, "en",
                evidence.isEmpty() ? List.of() : List.of(new Tag("caspian", 4, evidence)),
                List.of(), null, Severity.NOTABLE, List.of("caspian: base 3"), "t1", TaggedArticle.Origin.LIVE,
                seen.plusMillis(38));
    }

    public static Alert alert(TaggedArticle article) {
        var evidence = article.tags().stream().flatMap(tag -> tag.evidence().stream()).toList();
        return new Alert(Alert.idOf("s1", article), "s1", "Caspian, all", "tag:caspian", article, evidence,
                List.of("tag caspian"), article.tagged().plusMillis(5));
    }

    public static Delivery delivery(Alert alert, int attempt, Delivery.Outcome outcome) {
        return new Delivery(Ids.of(alert.id()), alert.subscriptionId(), alert.subscriptionName(), List.of(alert.id()),
                "webhook:1", "webhook", attempt, outcome, outcome == Delivery.Outcome.DELIVERED ? "ok" : "rate_limited",
                "429 Too Many Requests", alert.raised().plusMillis(40L * attempt), 41,
                outcome == Delivery.Outcome.RETRYING ? alert.raised().plusSeconds(30) : null);
    }

    public static Feed feed(int number, boolean enabled) {
        var url = URI.create("https://feed" + number + ".example/rss");
        return new Feed(Feed.idOf(url), url, "Feed " + number, "AZ", "en", Feed.Kind.WIRE, null, Feed.Reliability.B,
                Duration.ofMinutes(5), enabled, enabled ? null : "paywall");
    }

    public static FeedStatus status(Feed feed, FeedStatus.State state) {
        return new FeedStatus(feed.id(), state, "200 and 10 entries", NOW, null, null, NOW.minusSeconds(2), null, NOW,
                state.readable() ? 0 : 3, 200, 1000, 10, 0, List.of());
    }

    public static Subscription subscription(String id, int secondsAgo) {
        return new Subscription(id, "api", "Name " + id, "tag:caspian", Severity.BACKGROUND,
                List.of(new Channel.Webhook(URI.create("https://hook.example/" + id),
                        "whsec_MARKERMARKERMARKERMARKERMARKERMA")),
                true, NOW.minusSeconds(secondsAgo));
    }
}
