package caspianwatch.alerts.channel;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alerts grouped for one send, cut to what a channel shows. It is remembered as it was first made, so that a repeat
 * says the same to the last byte.
 *
 * @param id the same on every attempt
 * @param raised when the newest of its alerts was raised
 */
public record Notification(String id, Instant raised, To subscription, List<Item> alerts) {
    public Notification {
        alerts = List.copyOf(alerts);
    }

    /** The subscription that is told. */
    public record To(String id, String name) {}

    /**
     * One alert.
     *
     * @param tags ids
     * @param evidence the words for which it fired; start and end count UTF-16 code units of the article as stored, of
     *     which {@code article.text} may be only the beginning
     */
    public record Item(String id, Story article, List<String> tags, Severity severity, List<Evidence> evidence) {
        public Item {
            tags = List.copyOf(tags);
            evidence = List.copyOf(evidence);
        }
    }

    /** What a receiver gets of an article. */
    public record Story(String id, @Nullable URI url, String title, String text, Article.Source source, String language,
            @Nullable Instant published, Instant firstSeen) {}

    /** The id of the notification of one alert over one channel. */
    public static String idOf(String subscriptionId, String alertId, String channelName) {
        return "ntf_" + Ids.of(subscriptionId, alertId, channelName);
    }

    /** The ids of its alerts. */
    public List<String> alertIds() {
        return alerts.stream().map(Item::id).toList();
    }
}
