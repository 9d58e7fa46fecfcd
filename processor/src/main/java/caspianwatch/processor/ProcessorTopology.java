package caspianwatch.processor;

import static caspianwatch.contract.Topics.ALERTS;
import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.TAGGED_ARTICLES;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.SubscriptionIndex.Match;
import caspianwatch.matching.Tagger.Verdict;
import caspianwatch.runtime.Topologies;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * <pre>
 * articles ──▶ first-seen ──▶ tag ──┬──▶ tagged-articles
 *                                   └──▶ match ──▶ alerts
 * </pre>
 *
 * @param tagger what the taxonomy makes of an article
 * @param subscriptions those that a tagged article matches
 */
record ProcessorTopology(Function<Article, Verdict> tagger, String taxonomyVersion,
        Function<TaggedArticle, List<Match>> subscriptions, ProcessorMetrics metrics) {

    /** The application id: stores and offsets are kept under it. */
    static final String NAME = "processor";

    Topology build() {
        var builder = Topologies.builder(NAME);

        KStream<String, Article> articles = Topologies.from(builder, ARTICLES);
        KStream<String, Article> news = firstSeen(articles);
        KStream<String, TaggedArticle> tagged = tag(news);

        Topologies.to(TAGGED_ARTICLES, tagged);
        Topologies.to(ALERTS, match(tagged));
        return builder.build();
    }

    private KStream<String, Article> firstSeen(KStream<String, Article> articles) {
        return articles.processValues(FirstSeen.supplier(), Named.as("first-seen"));
    }

    private KStream<String, TaggedArticle> tag(KStream<String, Article> news) {
        return news.processValues(() -> new TagArticles(tagger, taxonomyVersion, metrics), Named.as("tag"));
    }

    private KStream<String, Alert> match(KStream<String, TaggedArticle> tagged) {
        return tagged.process(MatchSubscriptions.supplier(subscriptions, metrics), Named.as("match"));
    }
}
