package caspianwatch.web;

import caspianwatch.contract.Subscription;
import caspianwatch.contract.Topics;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.web.api.SubscriptionStore;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Keeps subscriptions in their compacted topic; nothing counts as kept before every replica has acknowledged it. */
final class KafkaSubscriptions implements SubscriptionStore, AutoCloseable {
    private static final Duration ACKNOWLEDGED = Duration.ofSeconds(20);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<String, Subscription> producer;

    KafkaSubscriptions(KafkaSettings kafka) {
        producer = new KafkaProducer<>(kafka.producer(), Topics.SUBSCRIPTIONS.keys().serializer(),
                Topics.SUBSCRIPTIONS.values().serializer());
    }

    @Override
    public void put(Subscription subscription) throws IOException, InterruptedException {
        send(subscription.id(), subscription);
    }

    @Override
    public void delete(String id) throws IOException, InterruptedException {
        send(id, null);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }

    private void send(String key, @Nullable Subscription value) throws IOException, InterruptedException {
        try {
            producer.send(Topics.SUBSCRIPTIONS.record(key, value)).get(ACKNOWLEDGED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new IOException("subscription " + key + " was not acknowledged", e);
        }
    }
}
