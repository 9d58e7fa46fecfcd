package caspianwatch.alerts;

import caspianwatch.contract.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The topic of subscriptions in memory: written by its view, read by stream threads and attempts. */
final class Subscriptions {
    /** What is known of an id. */
    sealed interface Found {
        /** It exists, enabled or not. */
        record Known(Subscription subscription) implements Found {}

        /** It was deleted. */
        record Removed() implements Found {}

        /** Nothing was heard of it, or not yet: this view may lag behind the alert by moments. */
        record Unknown() implements Found {}
    }

    private final Map<String, Optional<Subscription>> byId = new ConcurrentHashMap<>();

    void on(String id, @Nullable Subscription subscription) {
        byId.put(id, Optional.ofNullable(subscription));
    }

    Found find(String id) {
        Optional<Subscription> found = byId.get(id);
        if (found == null) {
            return new Found.Unknown();
        }
        return found.<Found>map(Found.Known::new).orElseGet(Found.Removed::new);
    }
}
