package caspianwatch.matching;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.index.QueryIndex;
import caspianwatch.matching.query.Evaluation;
import java.util.Comparator;
import java.util.List;

/** Every enabled subscription, so arranged that an article meets only those that could match. Any number of threads. */
public final class SubscriptionIndex {
    private final QueryIndex<Subscription> index = new QueryIndex<>();

    /** A subscription that an article matches, with the words for which it fired. */
    public record Match(Subscription subscription, List<Evidence> evidence, List<String> reasons) {}

    /**
     * Adds or replaces; visible to the next match. A query that cannot be read is refused and the older one removed. One that
     * names a tag which the taxonomy no longer has is kept: the tag is just never there. A disabled subscription is removed.
     */
    public void put(Subscription subscription) throws QueryException {
        if (!subscription.enabled()) {
            remove(subscription.id());
            return;
        }
        try {
            index.put(subscription.id(), Query.parse(subscription.query(), false).root(), subscription);
        } catch (QueryException e) {
            remove(subscription.id());
            throw e;
        }
    }

    /** Removes, if it is there. */
    public void remove(String subscriptionId) {
        index.remove(subscriptionId);
    }

    /** How many it holds. */
    public int size() {
        return index.size();
    }

    /** The subscriptions that the article matches, minimum severity included, in the order of their ids. */
    public List<Match> match(TaggedArticle article) {
        var tagIds = Taxonomy.builtIn().rules().ids();
        return index
                .match(lexicon -> Query.view(article, lexicon),
                        entry -> article.severity().compareTo(entry.value().minimumSeverity()) >= 0, (entry, view) -> {
                            var why = Evaluation.why(entry.query(), view, tagIds);
                            return new Match(entry.value(), why.evidence(), why.reasons());
                        })
                .stream().sorted(Comparator.comparing(match -> match.subscription().id())).toList();
    }
}
