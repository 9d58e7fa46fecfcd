package caspianwatch.contract;

import static caspianwatch.contract.Topic.PartitionKey.HOST;
import static caspianwatch.contract.Topic.PartitionKey.KEY;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic in the system. A name or a type that is not here does not cross a service boundary. */
public final class Topics {
    /** Divides evenly over one, two, three or six instances. */
    private static final int SPREAD = 6;

    /** The feeds to poll, keyed by host and feed id. */
    public static final Topic<String, Feed> FEEDS = new Topic<>("feeds", SPREAD, new Topic.Kept.Compacted(), HOST,
            Serdes.String(), Json.serde(Feed.class));

    /** What the last poll of each feed found, keyed as {@link #FEEDS}. */
    public static final Topic<String, FeedStatus> FEED_STATUS = new Topic<>("feed-status", SPREAD,
            new Topic.Kept.Compacted(), HOST, Serdes.String(), Json.serde(FeedStatus.class));

    /** Articles as fetched, keyed by article id; a changed article comes again with a higher revision. */
    public static final Topic<String, Article> ARTICLES = days("articles", SPREAD, 30, Json.serde(Article.class));

    /** Articles with language, tags, evidence and severity, keyed by article id. */
    public static final Topic<String, TaggedArticle> TAGGED_ARTICLES = days("tagged-articles", SPREAD, 400,
            Json.serde(TaggedArticle.class));

    /** Stored queries with where and how their alerts go, keyed by subscription id. One partition: every instance reads all. */
    public static final Topic<String, Subscription> SUBSCRIPTIONS = new Topic<>("subscriptions", 1,
            new Topic.Kept.Compacted(), KEY, Serdes.String(), Json.serde(Subscription.class));

    /** That an article matched a subscription, keyed by subscription id. */
    public static final Topic<String, Alert> ALERTS = days("alerts", SPREAD, 90, Json.serde(Alert.class));

    /** Each attempt to send a notification and its result, keyed by notification id. */
    public static final Topic<String, Delivery> DELIVERIES = days("deliveries", SPREAD, 90, Json.serde(Delivery.class));

    /** Records that could not be processed, byte for byte as they came; the headers say where and why. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>("dead-letters", 1, new Topic.Kept.Days(30),
            KEY, Serdes.ByteArray(), Serdes.ByteArray());

    private Topics() {}

    /** Every topic, in the order in which data flows. */
    public static List<Topic<?, ?>> all() {
        return List.of(FEEDS, FEED_STATUS, ARTICLES, TAGGED_ARTICLES, SUBSCRIPTIONS, ALERTS, DELIVERIES, DEAD_LETTERS);
    }

    private static <V> Topic<String, V> days(String name, int partitions, int days, Serde<V> values) {
        return new Topic<>(name, partitions, new Topic.Kept.Days(days), KEY, Serdes.String(), values);
    }
}
