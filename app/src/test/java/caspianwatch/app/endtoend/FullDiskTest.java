package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the broker when its disk takes no more, which the ingester's free-space floor is there to prevent. */
@Timeout(120)
final class FullDiskTest {
    private static final TopicPartition ONE = new TopicPartition("filling", 0);
    private static final int RECORD_BYTES = 900_000;
    private static final int FILE_MIB = 32;

    @TempDir
    private Path folder;

    /** A limit on the size of files stands for the full disk: the same write of the log fails, and root is not needed. */
    @Test
    void theBrokerSaysWhyItEndsAndKeepsWhatItAcknowledged() throws Exception {
        long acknowledged;
        try (var broker = Program.startWithFilesOfAtMost(FILE_MIB, folder, "broker", "--data", "kept")) {
            acknowledged = fill(broker.says("KAFKA_BOOTSTRAP_SERVERS=(\\S+)", Duration.ofSeconds(40)));

            assertThat(broker.exit(Duration.ofSeconds(40))).isEqualTo(1);
            assertThat(broker.complaints()).contains("cannot go on and ends the process", "free space there");
        }
        assertThat(acknowledged).isBetween(1L, (long) FILE_MIB << 20);

        try (var broker = Program.start(folder, Map.of(), "broker", "--data", "kept")) {
            String servers = broker.says("KAFKA_BOOTSTRAP_SERVERS=(\\S+)", Duration.ofSeconds(40));
            assertThat(readable(servers)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    /** Until the broker takes no more; how many records it acknowledged. */
    private static long fill(String servers) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(ONE.topic(), 1, (short) 1))).all().get();
        }
        long acknowledged = 0;
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "acks", "all", "delivery.timeout.ms", 5_000,
                        "request.timeout.ms", 2_000, "max.block.ms", 5_000),
                new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 2 * (FILE_MIB << 20) / RECORD_BYTES; i++) {
                producer.send(new ProducerRecord<>(ONE.topic(), new byte[RECORD_BYTES])).get();
                acknowledged++;
            }
        } catch (ExecutionException _) {
            return acknowledged;
        }
        throw new AssertionError("the limit on files did not hold");
    }

    private static long readable(String servers) {
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", servers),
                new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(ONE));
            consumer.seekToBeginning(List.of(ONE));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(ONE)).get(ONE));
            long records = 0;
            while (consumer.position(ONE) < end) {
                records += consumer.poll(Duration.ofMillis(100)).count();
            }
            return records;
        }
    }
}
