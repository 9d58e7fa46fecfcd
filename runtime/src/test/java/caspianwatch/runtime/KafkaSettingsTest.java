package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private final KafkaSettings kafka = new KafkaSettings("127.0.0.1:9092", Path.of("/folder"), 3);
    private final StreamsConfig dueWork = new StreamsConfig(kafka.streams("application"));

    @Test
    void aTopologyIsExactlyOnceOnTheClassicProtocol() {
        assertThat(dueWork.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(dueWork.getString("group.protocol")).isEqualTo("classic");
        assertThat(dueWork.getInt("num.stream.threads")).isEqualTo(1);
        assertThat(dueWork.getInt("replication.factor")).isEqualTo(3);
        assertThat(dueWork.getString("state.dir")).isEqualTo("/folder/streams");
        assertThat(dueWork.getLong("statestore.cache.max.bytes")).isZero();
        assertThat(dueWork.getLong("poll.ms")).isEqualTo(5);
        assertThat(dueWork.getBoolean("ensure.explicit.internal.resource.naming")).isTrue();
    }

    @Test
    void onlyATopologyWithoutDueWorkCommitsEveryTenMilliseconds() {
        var plain = new StreamsConfig(kafka.plainStreams("application"));

        assertThat(plain.getLong("commit.interval.ms")).isEqualTo(10);
        assertThat(dueWork.getLong("commit.interval.ms")).isEqualTo(100);
    }

    @Test
    void everyKindOfBadRecordGoesToTheDeadLetters() {
        assertThat(dueWork.getString("errors.dead.letter.queue.topic.name")).isEqualTo("dead-letters");
        assertThat(dueWork.deserializationExceptionHandler()).isInstanceOf(LogAndContinueExceptionHandler.class);
        assertThat(dueWork.processingExceptionHandler()).isInstanceOf(DeadLetterProcessing.class);
        assertThat(dueWork.productionExceptionHandler()).isInstanceOf(DeadLetterProduction.class);
    }

    @Test
    void theConsumerOfATopologyReadsCommittedFromTheEarliestAndIsMissedWithinSixSeconds() {
        var consumer = effective(dueWork.getMainConsumerConfigs("group", "client", 0));

        assertThat(consumer.getString(ConsumerConfig.ISOLATION_LEVEL_CONFIG)).isEqualTo("read_committed");
        assertThat(consumer.getString(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).isEqualTo("earliest");
        assertThat(consumer.getInt(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)).isEqualTo(6_000);
        assertThat(consumer.getInt(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG)).isEqualTo(1_500);
        assertThat(consumer.getInt(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG)).isEqualTo(300_000);
        assertThat(consumer.getInt(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)).isEqualTo(100);
    }

    @Test
    void theProducerOfATopologyWaitsForAllCopiesAndHidesNothingLongerThanFiveSeconds() {
        var settings = dueWork.getProducerConfigs("client");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "as Streams sets it");
        var producer = producer(settings);

        assertDurable(producer);
        assertThat(producer.getInt(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)).isEqualTo(5_000);
        assertThat(dueWork.getLong("commit.interval.ms")).isLessThanOrEqualTo(5_000);
    }

    @Test
    void aPlainProducerIsAsDurable() {
        assertDurable(producer(asMap(kafka.producer())));
    }

    @Test
    void aPlainConsumerReadsCommittedAndCommitsNothing() {
        var consumer = effective(asMap(kafka.consumer()));

        assertThat(consumer.getString(ConsumerConfig.ISOLATION_LEVEL_CONFIG)).isEqualTo("read_committed");
        assertThat(consumer.getString(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)).isEqualTo("earliest");
        assertThat(consumer.getBoolean(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG)).isFalse();
        assertThat(consumer.getBoolean(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG)).isFalse();
        assertThat(consumer.getString(CommonClientConfigs.GROUP_ID_CONFIG)).isNull();
    }

    @Test
    void anAdminClientGivesUpWithinHalfAMinute() {
        var admin = new AdminClientConfig(kafka.admin());

        assertThat(admin.getInt(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)).isEqualTo(30_000);
    }

    private static void assertDurable(ProducerConfig producer) {
        assertThat(producer.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(producer.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
        assertThat(producer.getLong(ProducerConfig.LINGER_MS_CONFIG)).isZero();
        assertThat(producer.getInt(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).isEqualTo(1_048_576);
        assertThat(producer.getString(ProducerConfig.COMPRESSION_TYPE_CONFIG)).isEqualTo("zstd");
        assertThat(producer.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isEqualTo(120_000);
    }

    private static ProducerConfig producer(Map<String, Object> settings) {
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return new ProducerConfig(settings);
    }

    private static ConsumerConfig effective(Map<String, Object> settings) {
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return new ConsumerConfig(settings);
    }

    private static Map<String, Object> asMap(Properties properties) {
        var map = new HashMap<String, Object>();
        properties.forEach((name, value) -> map.put((String) name, value));
        return map;
    }
}
