package caspianwatch.web;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Topics;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.web.roster.FeedStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Keeps feeds in their compacted topic; nothing counts as kept before every replica has acknowledged it. */
final class KafkaFeeds implements FeedStore, AutoCloseable {
    private static final Duration ACKNOWLEDGED = Duration.ofSeconds(20);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Producer<String, Feed> producer;

    KafkaFeeds(KafkaSettings kafka) {
        producer = new KafkaProducer<>(kafka.producer(), Topics.FEEDS.keys().serializer(),
                Topics.FEEDS.values().serializer());
    }

    @Override
    public void put(List<Feed> feeds) throws IOException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try {
            feeds.forEach(feed -> sent.add(producer.send(Topics.FEEDS.record(feed.key(), feed))));
        } catch (KafkaException e) {
            throw new IOException("feeds could not be sent", e);
        }
        for (var each : sent) {
            acknowledged(each);
        }
    }

    @Override
    public void remove(String key) throws IOException, InterruptedException {
        try {
            acknowledged(producer.send(Topics.FEEDS.record(key, null)));
        } catch (KafkaException e) {
            throw new IOException("the removal of " + key + " could not be sent", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }

    private static void acknowledged(Future<RecordMetadata> sent) throws IOException, InterruptedException {
        try {
            sent.get(ACKNOWLEDGED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a feed was not acknowledged", e);
        }
    }
}
