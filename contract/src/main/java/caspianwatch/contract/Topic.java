package caspianwatch.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka topic, as code, tests and creation see it.
 *
 * @param partitions how many; it never changes, for keys would move
 * @param kept retention or compaction
 * @param partitionKey what of the key chooses the partition: the whole of it, or the host of a feed
 */
public record Topic<K, V>(String name, int partitions, Kept kept, PartitionKey partitionKey, Serde<K> keys,
        Serde<V> values) {

    /** What decides the partition. */
    public enum PartitionKey {
        /** The whole key. */
        KEY,
        /** What stands before the first slash: every feed of a host is owned by one instance, which can be polite to it. */
        HOST
    }

    /** How long records are kept. */
    public sealed interface Kept {
        /** The last value of each key for ever. */
        record Compacted() implements Kept {}

        /** All records for some days. */
        record Days(int days) implements Kept {}
    }

    /** The topic configuration that creation sets and the start-up check expects. */
    public Map<String, String> config() {
        return switch (kept) {
            case Kept.Compacted _ -> Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.3",
                    "delete.retention.ms", "604800000", "max.message.bytes", "1048588");
            case Kept.Days(int days) -> Map.of("cleanup.policy", "delete", "retention.ms",
                    Long.toString(days * 86_400_000L), "max.message.bytes", "1048588");
        };
    }

    /** The partition of a key: Kafka's own hash of the part of the key that decides. */
    public int partitionOf(K key) {
        byte[] deciding = switch (partitionKey) {
            case KEY -> keys.serializer().serialize(name, key);
            case HOST -> hostOf(key.toString()).getBytes(StandardCharsets.UTF_8);
        };
        return Utils.toPositive(Utils.murmur2(deciding)) % partitions;
    }

    /** A record for a plain producer, in the partition that {@link #partitionOf} names; a null value deletes the key. */
    public ProducerRecord<K, V> record(K key, @Nullable V value) {
        return new ProducerRecord<>(name, partitionOf(key), key, value);
    }

    private static String hostOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
