package caspianwatch.matching;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import java.util.List;

/** Every enabled subscription, so arranged that an article meets only those that could match. Any number of threads. */
@SuppressWarnings("DoNotCallSuggester")
public final class SubscriptionIndex {

    /** A subscription that an article matches, with the words for which it fired. */
    public record Match(Subscription subscription, List<Evidence> evidence, List<String> reasons) {}

    /** Adds or replaces; visible to the next match. A query that cannot be read is refused and the older one removed. */
    public void put(Subscription subscription) throws QueryException {
        throw new IllegalStateException("not written yet");
    }

    /** Removes, if it is there. */
    public void remove(String subscriptionId) {
        throw new IllegalStateException("not written yet");
    }

    /** How many it holds. */
    public int size() {
        throw new IllegalStateException("not written yet");
    }

    /** The subscriptions that the article matches, minimum severity included, in the order of their ids. */
    public List<Match> match(TaggedArticle article) {
        throw new IllegalStateException("not written yet");
    }
}
