package caspianwatch.runtime;

import caspianwatch.contract.Topic;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows a whole topic from its beginning with a plain consumer: a compacted one into memory, any one into a listener. */
public final class TopicView<V> implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicView.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long RECONNECT_MILLIS = 1_000;

    private final Topic<String, V> topic;
    private final KafkaSettings kafka;
    private final Listener<V> listener;
    private final @Nullable Counter unreadable;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean following;
    private volatile double progress;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    private TopicView(Topic<String, V> topic, KafkaSettings kafka, Listener<V> listener,
            @Nullable Telemetry telemetry) {
        this.topic = topic;
        this.kafka = kafka;
        this.listener = listener;
        this.unreadable = telemetry == null
                ? null
                : telemetry.registry().counter("cw_unreadable_records_total", "topic", topic.name());
        this.partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition)).toList();
        this.thread = Thread.ofPlatform().daemon().name("view-" + topic.name()).unstarted(this::run);
    }

    /** Called on the view's one thread for each record in partition order; a null value is a tombstone. */
    @FunctionalInterface
    public interface Listener<V> {
        void on(String key, @Nullable V value, long timestampMillis, long offset);
    }

    /** Starts to follow; an unreadable record is logged and passed over. */
    public static <V> TopicView<V> follow(Topic<String, V> topic, KafkaSettings kafka, Listener<V> listener) {
        return start(new TopicView<>(topic, kafka, listener, null));
    }

    /** Starts to follow; an unreadable record is counted, logged and passed over. */
    public static <V> TopicView<V> follow(Topic<String, V> topic, KafkaSettings kafka, Listener<V> listener,
            Telemetry telemetry) {
        return start(new TopicView<>(topic, kafka, listener, telemetry));
    }

    private static <V> TopicView<V> start(TopicView<V> view) {
        view.thread.start();
        return view;
    }

    /** Waits until everything that was in the topic at the start has been read; false when the time is over. */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether everything that was in the topic at the start has been read, and the view still follows. */
    public boolean caughtUp() {
        return following && caughtUp.getCount() == 0;
    }

    /** How much of what was in the topic at the start has been read, from 0 to 1. */
    public double progress() {
        return progress;
    }

    @Override
    public void close() {
        closing.countDown();
        var open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try (var opened = new KafkaConsumer<>(kafka.consumer(), new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
                    consumer = opened;
                    follow(opened);
                } catch (WakeupException e) {
                    log.debug("the view of {} is closing", topic.name(), e);
                } catch (KafkaException e) {
                    log.warn("the view of {} lost its connection and opens it again: {}", topic.name(), e.toString());
                } finally {
                    following = false;
                }
                if (closing.await(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(KafkaConsumer<byte[], byte[]> opened) {
        opened.assign(partitions);
        opened.seekToBeginning(partitions);
        next.forEach(opened::seek);
        var ends = new HashMap<>(opened.endOffsets(partitions));
        following = true;
        long all = left(opened, ends);
        while (closing.getCount() > 0) {
            opened.poll(POLL).forEach(record -> {
                pass(record);
                next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            });
            ends.entrySet().removeIf(end -> opened.position(end.getKey()) >= end.getValue());
            progress = ends.isEmpty() ? 1 : 1 - left(opened, ends) / (double) Math.max(1, all);
            if (ends.isEmpty()) {
                caughtUp.countDown();
            }
        }
    }

    private static long left(KafkaConsumer<byte[], byte[]> opened, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().mapToLong(end -> Math.max(0, end.getValue() - opened.position(end.getKey())))
                .sum();
    }

    private void pass(ConsumerRecord<byte[], byte[]> record) {
        try {
            String key = topic.keys().deserializer().deserialize(topic.name(), record.key());
            V value = topic.values().deserializer().deserialize(topic.name(), record.value());
            listener.on(key, value, record.timestamp(), record.offset());
        } catch (RuntimeException e) { // one bad record, or a listener's bug with it, must not hide those behind it
            if (unreadable != null) {
                unreadable.increment();
            }
            log.error("{} partition {} offset {} is passed over", topic.name(), record.partition(), record.offset(), e);
        }
    }
}
