package caspianwatch.processor;

import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.QueryException;
import caspianwatch.matching.SubscriptionIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of subscriptions as an index: one whose query cannot be read is left out and named, and stops no other. */
final class FollowedSubscriptions {
    private static final Logger log = LoggerFactory.getLogger(FollowedSubscriptions.class);

    private final SubscriptionIndex index = new SubscriptionIndex();

    void on(String id, @Nullable Subscription subscription) {
        if (subscription == null) {
            index.remove(id);
            return;
        }
        try {
            index.put(subscription);
        } catch (QueryException e) {
            log.warn("subscription {} is not matched: its query cannot be read at position {}: {}", id, e.position(),
                    e.getMessage());
        }
    }

    int size() {
        return index.size();
    }

    List<SubscriptionIndex.Match> match(TaggedArticle article) {
        return index.match(article);
    }
}
