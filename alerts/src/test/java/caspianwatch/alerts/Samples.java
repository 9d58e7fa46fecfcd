package caspianwatch.alerts;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** One alert and its surroundings, as tests see them. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    static final String MARKER = "b2ZmaWNlci1vZi10aGUtd2F0Y2gtbWFya2Vy";
    static final String SECRET = "whsec_" + MARKER;
    static final Channel.Webhook WEBHOOK = new Channel.Webhook(URI.create("https://hooks.example/in/path-marker"),
            SECRET);
    static final Channel.Log LOG = new Channel.Log();

    private Samples() {}

    static Subscription subscription(Channel... channels) {
        return new Subscription("sub-1", "desk", "Caspian drills", "tag:naval-exercise", Severity.BACKGROUND,
                List.of(channels), true, NOW.minus(Duration.ofDays(9)));
    }

    static Subscription disabled(Subscription from) {
        return new Subscription(from.id(), from.owner(), from.name(), from.query(), from.minimumSeverity(),
                from.channels(), false, from.created());
    }

    static Alert alert(String articleId) {
        return alert(articleId, "Frigates begin a drill off Baku", "The drill lasts three days.");
    }

    static Alert alert(String articleId, String title, String text) {
        int end = Math.min(8, title.length());
        var evidence = new Evidence("naval-exercise", Evidence.Field.TITLE, 0, end, title.substring(0, end),
                "frigat~en",
                2.5);
        return alert(articleId, title, text, List.of(evidence));
    }

    static Alert alert(String articleId, String title, String text, List<Evidence> evidence) {
        var article = new Article(articleId, new Article.Source("news.example/f1", "Harbour News", "az"),
                URI.create("https://news.example/a/" + articleId), URI.create("https://news.example/a/" + articleId),
                title, text, Article.TextBasis.SUMMARY, "en", null, NOW.minusSeconds(60), NOW.minusSeconds(1),
                NOW.minusMillis(40), 1, "hash", List.of(), false);
        var tagged = new TaggedArticle(article, "en", List.of(new Tag("naval-exercise", 2.5, evidence)),
                List.of(), null,
                Severity.NOTABLE, List.of("an exercise"), "1", TaggedArticle.Origin.LIVE, NOW);
        return new Alert(Alert.idOf("sub-1", tagged), "sub-1", "Caspian drills", "tag:naval-exercise", tagged, evidence,
                List.of("tag naval-exercise"), NOW);
    }
}
