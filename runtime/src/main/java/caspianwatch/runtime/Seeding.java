package caspianwatch.runtime;

import caspianwatch.contract.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the first records into a topic. */
public final class Seeding {
    private static final Logger log = LoggerFactory.getLogger(Seeding.class);
    private static final Duration TRANSACTION = Duration.ofSeconds(60);

    private Seeding() {}

    /**
     * Writes the records in one transaction where the topic has never held any; says whether it did. Of several that try
     * at once one does: they share a transactional id, so a later one ends the transaction of an earlier one.
     */
    public static <V> boolean ifEmpty(KafkaSettings kafka, Topic<String, V> topic, Map<String, V> records) {
        if (records.isEmpty() || everHeldAny(kafka, topic)) {
            return false;
        }
        var settings = kafka.producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "seeding-" + topic.name());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) TRANSACTION.toMillis());
        try (var producer = new KafkaProducer<>(settings, topic.keys().serializer(), topic.values().serializer())) {
            producer.initTransactions();
            if (everHeldAny(kafka, topic)) { // another one's transaction ended before ours could begin
                return false;
            }
            producer.beginTransaction();
            write(producer, topic, records);
            producer.commitTransaction();
            log.info("{} got its first {} records", topic.name(), records.size());
            return true;
        } catch (KafkaException e) {
            if (!overtaken(e)) {
                throw e;
            }
            log.info("{} gets its first records from another instance", topic.name(), e);
            return false;
        }
    }

    /**
     * Whether a later one has ended our transaction. The broker has three words for it: by when it happened, we are of an
     * older epoch for the coordinator or for the log, or commit what is no longer open.
     */
    static boolean overtaken(KafkaException error) {
        return (error.getCause() instanceof KafkaException cause && overtaken(cause))
                || error instanceof ProducerFencedException || error instanceof InvalidProducerEpochException
                || error instanceof InvalidTxnStateException;
    }

    private static <V> void write(KafkaProducer<String, V> producer, Topic<String, V> topic, Map<String, V> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        records.forEach((key, value) -> sent.add(producer.send(topic.record(key, value))));
        producer.flush();
        for (var each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof KafkaException cause && overtaken(cause)) {
                    throw cause;
                }
                producer.abortTransaction();
                throw new KafkaException("the first records of " + topic.name() + " could not be written",
                        e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                producer.abortTransaction();
                throw new KafkaException("interrupted while writing the first records of " + topic.name(), e);
            }
        }
    }

    /**
     * Whether anything was ever committed to it. The end offset alone would also count what a killed seeding left behind
     * in an aborted transaction, so what stands below it is looked at.
     */
    private static boolean everHeldAny(KafkaSettings kafka, Topic<?, ?> topic) {
        var partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition)).toList();
        try (var consumer = new KafkaConsumer<>(kafka.consumer(), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                if (!consumer.poll(Duration.ofMillis(200)).isEmpty()) {
                    return true;
                }
            }
            return consumer.beginningOffsets(partitions).values().stream().anyMatch(offset -> offset > 0);
        }
    }
}
