package caspianwatch.contract;

import java.time.Instant;
import java.util.List;

/**
 * The fact that an article matched a subscription.
 *
 * @param id derived from the subscription and the story, or the article while it has none
 * @param article the tagged article as it was when it matched
 * @param evidence the words for which the subscription fired, in text order
 * @param reasons why it fired, in words
 * @param raised when the processor raised it
 */
public record Alert(String id, String subscriptionId, String subscriptionName, String query, TaggedArticle article,
        List<Evidence> evidence, List<String> reasons, Instant raised) {
    public Alert {
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
    }

    /** The id of the alert that a subscription raises for an article: one for each, however often it is read. */
    public static String idOf(String subscriptionId, TaggedArticle article) {
        String story = article.storyId();
        return Ids.of(subscriptionId, story == null ? article.article().id() : story);
    }
}
