package caspianwatch.alerts;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Json;
import caspianwatch.contract.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the notification of an alert: everything a receiver needs to judge it, under 20 kB whatever the article holds. */
final class Compose {
    /** Bytes of JSON; Standard Webhooks asks for less than 20 kB, and the envelope of a channel comes on top. */
    static final int LARGEST = 19_000;

    static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int MOST_EVIDENCE = 40;
    private static final int MOST_TAGS = 100;

    private Compose() {}

    /** Cuts text and evidence to their limits, and by halves further where that is not enough. */
    static Notification notification(String id, Alert alert) {
        int text = LONGEST_TEXT;
        int evidence = MOST_EVIDENCE;
        while (true) {
            Notification notification = notification(id, alert, text, evidence);
            if (size(notification) <= LARGEST || text + evidence == 0) {
                return notification;
            }
            text /= 2;
            evidence /= 2;
        }
    }

    private static Notification notification(String id, Alert alert, int text, int evidence) {
        var tagged = alert.article();
        Article article = tagged.article();
        var source = new Article.Source(cut(article.source().feedKey(), LONGEST_NAME),
                cut(article.source().title(), LONGEST_NAME), cut(article.source().country(), LONGEST_NAME));
        var story = new Notification.Story(article.id(), address(article), cut(article.title(), LONGEST_TITLE),
                cut(article.text(), text), source, tagged.language(), article.published(), article.firstSeen());
        List<String> tags = tagged.tags().stream().map(Tag::id).limit(MOST_TAGS).toList();
        List<Evidence> words = alert.evidence().stream().limit(evidence).map(Compose::cut).toList();
        return new Notification(id, alert.raised(),
                new Notification.To(alert.subscriptionId(), cut(alert.subscriptionName(), LONGEST_NAME)),
                List.of(new Notification.Item(alert.id(), story, tags, tagged.severity(), words)));
    }

    private static int size(Notification notification) {
        return Json.write(notification).getBytes(StandardCharsets.UTF_8).length;
    }

    private static @Nullable URI address(Article article) {
        URI url = article.url();
        return url == null || url.toString().length() > LONGEST_ADDRESS ? null : url;
    }

    private static Evidence cut(Evidence words) {
        return new Evidence(words.tag(), words.field(), words.start(), words.end(), cut(words.text(), LONGEST_NAME),
                cut(words.rule(), LONGEST_NAME), words.weight());
    }

    /** The beginning of a text, never half a surrogate pair. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0,
                longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
