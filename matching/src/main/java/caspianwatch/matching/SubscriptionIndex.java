package caspianwatch.matching;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.index.QueryIndex;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.query.SyntaxException;
import caspianwatch.matching.term.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Every enabled subscription, so arranged that an article meets only those that could match. Any number of threads. */
public final class SubscriptionIndex {
    private static final KnownNames NAMES = Query.names();

    private final QueryIndex<Subscription> index = new QueryIndex<>();
    private final RecentQueries recent = new RecentQueries(NAMES);

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
            index.put(subscription.id(), wanted(subscription), subscription);
        } catch (SyntaxException e) {
            remove(subscription.id());
            throw new QueryException(String.valueOf(e.getMessage()), e.position());
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

    /** The subscriptions that the article matches, minimum severity included, with the reasons, in the order of their ids. */
    public List<Match> match(TaggedArticle article) {
        var matching = matching(article);
        if (matching.isEmpty()) {
            return List.of();
        }
        matching.sort(Comparator.comparing(Subscription::id));
        var queries = matching.stream().map(subscription -> recent.of(subscription.query())).toList();
        var lexicon = new Lexicon();
        queries.forEach(query -> Shape.terms(query).forEach(lexicon::add));
        var view = Query.view(article, lexicon);
        var matches = new ArrayList<Match>();
        var reasons = new HashMap<String, Evaluation.Why>();
        for (int i = 0; i < queries.size(); i++) {
            var query = queries.get(i);
            var why = reasons.computeIfAbsent(matching.get(i).query(),
                    any -> Evaluation.why(query, view, NAMES.tags()));
            matches.add(new Match(matching.get(i), why.evidence(), why.reasons()));
        }
        return matches;
    }

    /** The subscriptions that the article matches, minimum severity included, in no order: {@link #match} without the reasons. */
    public List<Subscription> matching(TaggedArticle article) {
        return index.match(article);
    }

    private static Node wanted(Subscription subscription) throws SyntaxException {
        var query = Parser.parse(subscription.query(), NAMES, false);
        var least = subscription.minimumSeverity();
        return least == Severity.BACKGROUND
                ? query
                : new Node.And(List.of(new Node.SeverityIs(Node.Comparison.AT_LEAST, least.digit()), query));
    }
}
