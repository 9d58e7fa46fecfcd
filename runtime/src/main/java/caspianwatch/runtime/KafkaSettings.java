package caspianwatch.runtime;

import static java.util.Map.entry;

import caspianwatch.contract.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * How every client of ours talks to Kafka; the reasons stand beside each value, and a test asserts the effective ones.
 *
 * @param data the folder below which Streams keep their state
 * @param replication copies of each topic that we create; -1 leaves it to the broker
 */
public record KafkaSettings(String bootstrapServers, Path data, int replication) {

    /** Where Streams keep their state, below the data folder. */
    static final String STREAMS_FOLDER = "streams";

    /** With due work: the tick commits by itself after a result; a shorter interval would only make more transactions. */
    private static final int DUE_WORK_COMMIT_MS = 100;

    /** Without due work the commit interval is the latency that a hop adds. */
    private static final int PLAIN_COMMIT_MS = 10;

    private static final Map<String, Object> CONSUMER = Map.ofEntries(
            // A reader must not see what an aborted transaction wrote.
            entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
            entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100),
            entry(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 300_000));

    private static final Map<String, Object> PRODUCER = Map.ofEntries(entry(ProducerConfig.ACKS_CONFIG, "all"),
            entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
            // Streams would wait 100 ms for more records.
            entry(ProducerConfig.LINGER_MS_CONFIG, 0), entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
            entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1_048_576),
            // Streams retries for ever by default, which hides a broker that refuses.
            entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000));

    private static final Map<String, Object> STREAMS = Map.ofEntries(
            entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2),
            // The streams protocol takes 5 to 7 s to its first assignment and needs tuning on the broker.
            entry(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic"),
            // How soon the stream thread sees that an effect has ended.
            entry(StreamsConfig.POLL_MS_CONFIG, 5),
            // The record cache makes a deduplicating store slower, and delays what it holds.
            entry(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0),
            entry(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1),
            entry(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class),
            entry(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true),
            // One unreadable record must not stop its partition. The topic works only beside handlers that go on.
            entry(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, Topics.DEAD_LETTERS.name()),
            entry(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class),
            entry(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProcessing.class),
            entry(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterProduction.class),
            // Takeover within 6 s of a SIGKILL: the session must end, and the transaction that hides the records behind it.
            entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000),
            entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500),
            entry(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000));

    /** Reads the settings; problems are collected in them. */
    public static KafkaSettings from(Settings settings) {
        return new KafkaSettings(settings.required(Setting.KAFKA_BOOTSTRAP_SERVERS),
                settings.path(Setting.CASPIAN_DATA), settings.number(Setting.CASPIAN_TOPIC_REPLICATION, -1, 32_767));
    }

    /** For a topology with due work: exactly_once_v2, read_committed, earliest, all three handlers, dead letters. */
    public Properties streams(String applicationId) {
        return streams(applicationId, DUE_WORK_COMMIT_MS);
    }

    /** For a topology without due work: as {@link #streams}, committing every 10 ms. */
    public Properties plainStreams(String applicationId) {
        return streams(applicationId, PLAIN_COMMIT_MS);
    }

    /** For a plain consumer that follows whole topics: read_committed, earliest, no group, no commits. */
    public Properties consumer() {
        var properties = servers();
        properties.putAll(CONSUMER);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false); // Streams sets it by itself
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return properties;
    }

    /** For a plain producer: acks=all, idempotent. */
    public Properties producer() {
        var properties = servers();
        properties.putAll(PRODUCER);
        return properties;
    }

    /** For an admin client. */
    public Properties admin() {
        var properties = servers();
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        return properties;
    }

    private Properties streams(String applicationId, int commitMillis) {
        var properties = servers();
        properties.putAll(STREAMS);
        CONSUMER.forEach((name, value) -> properties.put(StreamsConfig.consumerPrefix(name), value));
        PRODUCER.forEach((name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        // It is a label of metrics; the default has a random part.
        properties.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitMillis);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, data.resolve(STREAMS_FOLDER).toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        return properties;
    }

    private Properties servers() {
        var properties = new Properties();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        // Our metrics are read over HTTP; to register each of some thousands with JMX too takes time at every start.
        properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        // Nor does the broker collect any from its clients.
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        return properties;
    }
}
