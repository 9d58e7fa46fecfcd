package caspianwatch.web.view;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the web service knows: each part is written by the one thread that follows its topic, and read by all. */
public final class Views {
    private static final int ARTICLES = 20_000;
    private static final int ALERTS = 5_000;
    private static final int DELIVERIES = 5_000;
    private static final int SUBSCRIPTIONS = 100_000;

    /** Hears what changes an article's row, after the change is in the view. */
    public interface Listener {
        /** An article came; older is the revision it replaces. */
        void article(TaggedArticle article, @Nullable TaggedArticle older);

        /** An alert or a delivery came that shows on the row of an article. */
        void marked(TaggedArticle article);
    }

    /** Articles by first-seen time. */
    public final NewestFirst<TaggedArticle> articles = new NewestFirst<>(ARTICLES,
            each -> new Position(each.article().firstSeen(), each.article().id()), each -> {
                var refs = new ArrayList<String>();
                each.tags().forEach(tag -> refs.add(tag.id()));
                return refs;
            });
    /** Alerts by the time they were raised; they refer to their article. */
    public final NewestFirst<Alert> alerts = new NewestFirst<>(ALERTS, each -> new Position(each.raised(), each.id()),
            each -> List.of(each.article().article().id()));
    /** Attempts by their time; they refer to their alerts. */
    public final NewestFirst<Delivery> deliveries = new NewestFirst<>(DELIVERIES,
            each -> new Position(each.at(), each.notificationId() + "/" + each.channel() + "/" + each.attempt()),
            Delivery::alertIds);
    /** Subscriptions by the time they were saved. */
    public final NewestFirst<Subscription> subscriptions = new NewestFirst<>(SUBSCRIPTIONS,
            each -> new Position(each.created(), each.id()), _ -> List.of());

    private final Map<String, Feed> feeds = new ConcurrentSkipListMap<>();
    private final Map<String, FeedStatus> statuses = new ConcurrentSkipListMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object change = new Object();

    /** Adds a listener; running what it returns takes it away again. */
    public Runnable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Every feed on the list, by its key. */
    public List<KnownFeed> feeds() {
        return known(each -> each.draft() == null);
    }

    /** Feeds that somebody looks at before they come onto the list. */
    public List<KnownFeed> drafts() {
        return known(each -> each.draft() != null);
    }

    /** The feed with this id, drafts included; null where none has it. */
    public @Nullable KnownFeed feedById(String id) {
        return known(each -> each.id().equals(id)).stream().findFirst().orElse(null);
    }

    private List<KnownFeed> known(Predicate<Feed> taken) {
        return feeds.entrySet().stream().filter(each -> taken.test(each.getValue()))
                .map(each -> new KnownFeed(each.getKey(), each.getValue(), statuses.get(each.getKey()))).toList();
    }

    /** What the last poll of the feed of this key found; null where that is not known. */
    public @Nullable FeedStatus status(String key) {
        return statuses.get(key);
    }

    /** The feed of this key; null where it is not known. */
    public @Nullable Feed feed(String key) {
        return feeds.get(key);
    }

    /** The attempts for an alert, newest first. */
    public List<Delivery> deliveriesOf(Alert alert) {
        return deliveries.referringTo(alert.id());
    }

    /** Takes a tagged article, or removes the one under the key. */
    public void article(String key, @Nullable TaggedArticle value) {
        if (value == null) {
            articles.remove(key);
            return;
        }
        var older = articles.put(value);
        listeners.forEach(each -> each.article(value, older));
    }

    /** Takes an alert; its topic has no tombstones that mean anything. */
    public void alert(@Nullable Alert value) {
        if (value != null) {
            alerts.put(value);
            marked(Set.of(value.article().article().id()));
        }
    }

    /** Takes an attempt; its topic has no tombstones that mean anything. */
    public void delivery(@Nullable Delivery value) {
        if (value != null) {
            deliveries.put(value);
            var touched = new HashSet<String>();
            value.alertIds().forEach(
                    id -> alerts.get(id).ifPresent(alert -> touched.add(alert.article().article().id())));
            marked(touched);
        }
    }

    /** Takes a feed, or removes the one under the key. */
    public void feed(String key, @Nullable Feed value) {
        keep(feeds, key, value);
        changed();
    }

    /** Takes what a poll found, or removes it. */
    public void status(String key, @Nullable FeedStatus value) {
        keep(statuses, key, value);
        changed();
    }

    /** Takes a subscription, or removes the one under the key. */
    public void subscription(String key, @Nullable Subscription value) {
        if (value == null) {
            subscriptions.remove(key);
        } else {
            subscriptions.put(value);
        }
        changed();
    }

    /** Waits until feeds, statuses and subscriptions are as asked; false when the time is over. */
    public boolean awaitChange(BooleanSupplier asked, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (change) {
            while (!asked.getAsBoolean()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                change.wait(left);
            }
        }
        return true;
    }

    private void changed() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    private void marked(Set<String> articleIds) {
        articleIds.forEach(id -> articles.get(id)
                .ifPresent(article -> listeners.forEach(each -> each.marked(article))));
    }

    private static <T> void keep(Map<String, T> map, String key, @Nullable T value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }
}
