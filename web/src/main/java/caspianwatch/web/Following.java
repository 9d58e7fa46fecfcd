package caspianwatch.web;

import caspianwatch.contract.Topics;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.Telemetry.Readiness;
import caspianwatch.runtime.TopicView;
import caspianwatch.web.view.Views;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Follows the topics into the views, and knows how far that is. */
final class Following implements AutoCloseable {
    private final Lifecycle lifecycle = new Lifecycle();
    private final Map<String, TopicView<?>> topics = new LinkedHashMap<>();
    private volatile boolean readBack;

    private Following() {}

    static Following start(Views views, KafkaSettings kafka, Telemetry telemetry) {
        var following = new Following();
        try {
            following.add("feeds", TopicView.follow(Topics.FEEDS, kafka, (key, value, _, _) -> views.feed(key, value),
                    telemetry));
            following.add("feed-status", TopicView.follow(Topics.FEED_STATUS, kafka,
                    (key, value, _, _) -> views.status(key, value), telemetry));
            following.add("subscriptions", TopicView.follow(Topics.SUBSCRIPTIONS, kafka,
                    (key, value, _, _) -> views.subscription(key, value), telemetry));
            following.add("tagged-articles", TopicView.follow(Topics.TAGGED_ARTICLES, kafka,
                    (key, value, _, _) -> views.article(key, value), telemetry));
            following.add("alerts", TopicView.follow(Topics.ALERTS, kafka, (_, value, _, _) -> views.alert(value),
                    telemetry));
            following.add("deliveries", TopicView.follow(Topics.DELIVERIES, kafka,
                    (_, value, _, _) -> views.delivery(value), telemetry));
            return following;
        } catch (RuntimeException e) {
            following.close();
            throw e;
        }
    }

    /** Empty once everything has been read back, else how far it is: the topic that is furthest behind decides. */
    String reading() {
        if (readBack) {
            return "";
        }
        double least = topics.values().stream().mapToDouble(TopicView::progress).min().orElse(1);
        if (topics.values().stream().allMatch(TopicView::caughtUp)) {
            readBack = true;
            return "";
        }
        return "Reading back: " + Math.min(99, (int) (least * 100)) + " %";
    }

    Readiness readiness() {
        String behind = topics.entrySet().stream().filter(each -> !each.getValue().caughtUp()).map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return new Readiness(behind.isEmpty(), behind.isEmpty() ? "follows every topic" : "not caught up: " + behind);
    }

    @Override
    public void close() {
        lifecycle.close();
    }

    private void add(String name, TopicView<?> view) {
        topics.put(name, lifecycle.add(name, view));
    }
}
