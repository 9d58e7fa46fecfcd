package caspianwatch.bench.ingest;

import caspianwatch.contract.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Records that ingest has committed. Where a topic ends is noted while it works; the records between two such places are read
 * (read_committed) and counted afterwards, when it rests, for counting takes time as well.
 */
final class Committed implements AutoCloseable {
    static final String ARTICLES = Topics.ARTICLES.name();
    static final String STATUS = Topics.FEED_STATUS.name();
    /** The memory of ingest, where every poll leaves a record. */
    static final String POLLS = "caspianwatch-ingest-feed-polls-changelog";
    private static final int PARTITIONS = Topics.FEEDS.partitions();
    private static final Duration POLL = Duration.ofMillis(500);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Committed(String servers) {
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", servers, "isolation.level", "read_committed",
                "enable.auto.commit", false, "max.poll.records", 5_000, "fetch.min.bytes", 1,
                "max.partition.fetch.bytes",
                8 * 1024 * 1024), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Where the committed records of a topic end. */
    Map<TopicPartition, Long> end(String topic) throws InterruptedException {
        var asked = partitions(topic).stream().collect(Collectors.toMap(each -> each, _ -> OffsetSpec.latest()));
        try {
            var ends = new HashMap<TopicPartition, Long>();
            admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all().get()
                    .forEach((partition, at) -> ends.put(partition, at.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say where " + topic + " ends", e);
        }
    }

    /** Where the three topics end. */
    Map<String, Map<TopicPartition, Long>> ends() throws InterruptedException {
        var ends = new LinkedHashMap<String, Map<TopicPartition, Long>>();
        for (String topic : List.of(ARTICLES, STATUS, POLLS)) {
            ends.put(topic, end(topic));
        }
        return ends;
    }

    /** Committed records from one place to another. */
    long between(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        long records = 0;
        while (from.keySet().stream().anyMatch(each -> consumer.position(each) < to.getOrDefault(each, 0L))) {
            for (var record : consumer.poll(POLL)) {
                records += record.offset() < to.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)
                        ? 1
                        : 0;
            }
        }
        return records;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS).mapToObj(partition -> new TopicPartition(topic, partition)).toList();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
