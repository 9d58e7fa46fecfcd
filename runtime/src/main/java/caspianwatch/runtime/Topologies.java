package caspianwatch.runtime;

import caspianwatch.contract.Topic;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;

/** The arrows of our pictures: from a topic, to a topic, with their serdes, names and partitions. */
public final class Topologies {
    private Topologies() {}

    /** A builder in which every operator and store must be named. */
    public static StreamsBuilder builder(String applicationId) {
        // The naming check works only when it is given here. Servers and folder come later, with KafkaStreams.
        var settings = new KafkaSettings("127.0.0.1:9", Path.of("data"), -1).streams(applicationId);
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    }

    /** The records of a topic. */
    public static <V> KStream<String, V> from(StreamsBuilder builder, Topic<String, V> topic) {
        return builder.stream(topic.name(),
                Consumed.with(topic.keys(), topic.values()).withName("from-" + topic.name()));
    }

    /** Sends a stream to a topic, into the partition that the topic names. */
    public static <V> void to(Topic<String, V> topic, KStream<String, V> stream) {
        stream.to(topic.name(),
                Produced.with(topic.keys(), topic.values())
                        .withStreamPartitioner((_, key, _, _) -> Optional.of(Set.of(topic.partitionOf(key))))
                        .withName("to-" + topic.name()));
    }
}
