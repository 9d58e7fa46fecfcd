package caspianwatch.runtime;

import java.nio.file.Path;
import java.util.Properties;

/**
 * How every client of ours talks to Kafka; the reasons stand beside each value, and a test asserts the effective ones.
 *
 * @param data the folder below which Streams keep their state
 * @param replication copies of each topic that we create; -1 leaves it to the broker
 */
@SuppressWarnings("DoNotCallSuggester")
public record KafkaSettings(String bootstrapServers, Path data, int replication) {

    /** Reads the settings; problems are collected in them. */
    public static KafkaSettings from(Settings settings) {
        return new KafkaSettings(settings.required(Setting.KAFKA_BOOTSTRAP_SERVERS),
                settings.path(Setting.CASPIAN_DATA), settings.number(Setting.CASPIAN_TOPIC_REPLICATION, -1, 32_767));
    }

    /** For a topology: exactly_once_v2, read_committed, earliest, all three handlers, dead letters. */
    public Properties streams(String applicationId) {
        throw new IllegalStateException("not written yet");
    }

    /** For a plain consumer that follows whole topics: read_committed, earliest, no group, no commits. */
    public Properties consumer() {
        throw new IllegalStateException("not written yet");
    }

    /** For a plain producer: acks=all, idempotent. */
    public Properties producer() {
        throw new IllegalStateException("not written yet");
    }

    /** For an admin client. */
    public Properties admin() {
        throw new IllegalStateException("not written yet");
    }
}
