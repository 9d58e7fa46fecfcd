package caspianwatch.app.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.app.StartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedBrokerTest {
    private static final TopicPartition ONE = new TopicPartition("kept", 0);

    @TempDir
    Path folder;

    @Test
    void keepsItsAddressAndItsRecordsOverARestart() throws Exception {
        String before;
        try (var broker = EmbeddedBroker.start(folder)) {
            before = broker.bootstrapServers();
            write(before, "written before");
        }

        try (var broker = EmbeddedBroker.start(folder)) {
            assertThat(broker.bootstrapServers()).isEqualTo(before);
            assertThat(read(before)).containsExactly("written before");
        }
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        try (var _ = EmbeddedBroker.start(folder)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder)).isInstanceOf(StartException.class)
                    .hasMessageContaining("in use by another process").hasMessageContaining("--data");
        }
    }

    @Test
    void namesAPortThatAnotherProgramHasTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(folder.resolve("ports.properties"),
                    "broker=" + taken.getLocalPort() + "\ncontroller=" + (taken.getLocalPort() - 1) + "\n");

            assertThatThrownBy(() -> EmbeddedBroker.start(folder)).isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort()).hasMessageContaining("ports.properties");
        }
    }

    @Test
    void reportsAStopThatWasAskedForAsZero() throws Exception {
        var broker = EmbeddedBroker.start(folder);

        broker.close();

        assertThat(broker.awaitStop()).isZero();
    }

    static void write(String servers, String value) throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers));
                var producer = new KafkaProducer<>(Map.<String, Object>of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(ONE.topic(), 1, (short) 1))).all().get();
            awaitLeader(admin);
            producer.send(new ProducerRecord<>(ONE.topic(), value)).get();
        }
    }

    /** The controller has made the topic; the broker hears of it a moment later. */
    private static void awaitLeader(Admin admin) throws InterruptedException {
        while (true) {
            try {
                admin.listOffsets(Map.of(ONE, OffsetSpec.latest())).all().get();
                return;
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            }
        }
    }

    static List<String> read(String servers) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ONE));
            consumer.seekToBeginning(List.of(ONE));
            long end = Objects.requireNonNull(consumer.endOffsets(List.of(ONE)).get(ONE));
            var values = new ArrayList<String>();
            while (consumer.position(ONE) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
