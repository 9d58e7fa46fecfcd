package caspianwatch.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and refuses those that are not as the code needs them. */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final Admin admin;
    private final List<Topic<?, ?>> topics;
    private final long end = System.nanoTime() + PATIENCE.toNanos();

    private TopicSetup(Admin admin, Collection<Topic<?, ?>> topics) {
        this.admin = admin;
        this.topics = List.copyOf(topics);
    }

    /**
     * Makes sure of the topics; several services may do so at once. When it returns, every partition has a leader that
     * answers, so that a producer may start at speed (KAFKA-15591 loses the first records of one that starts earlier).
     *
     * @param replication copies of each topic that is created; -1 leaves it to the broker
     * @throws IllegalStateException where a topic has another partition count or clean-up policy, or the brokers do not
     *     answer within 60 seconds
     */
    public static void ensure(Admin admin, int replication, Collection<Topic<?, ?>> topics)
            throws InterruptedException {
        var setup = new TopicSetup(admin, topics);
        setup.create((short) replication);
        setup.check();
        setup.awaitLeaders();
    }

    private void create(short replication) throws InterruptedException {
        var existing = untilAnswered(() -> admin.listTopics().names());
        var missing = topics.stream().filter(topic -> !existing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), replication).configs(topic.config()))
                .toList();
        for (var created : admin.createTopics(missing).values().entrySet()) {
            try {
                created.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) { // another service was quicker
                    throw new IllegalStateException("topic " + created.getKey() + " cannot be created", e.getCause());
                }
            }
        }
    }

    private void awaitLeaders() throws InterruptedException {
        var latest = topics.stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        untilAnswered(() -> admin.listOffsets(latest).all());
    }

    private void check() throws InterruptedException {
        var resources = topics.stream().map(TopicSetup::resource).toList();
        var names = topics.stream().map(topic -> topic.name()).toList();
        Map<String, TopicDescription> descriptions = new HashMap<>(
                untilAnswered(() -> admin.describeTopics(names).allTopicNames()));
        Map<ConfigResource, Config> configs = new HashMap<>(
                untilAnswered(() -> admin.describeConfigs(resources).all()));
        var wrong = new ArrayList<String>();
        for (var topic : topics) {
            var description = descriptions.get(topic.name());
            var config = configs.get(resource(topic));
            if (description != null && config != null) {
                objection(topic, description, config).ifPresent(wrong::add);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(String.join("; ", wrong));
        }
    }

    private static Optional<String> objection(Topic<?, ?> topic, TopicDescription description, Config config) {
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
            return Optional.of("topic " + topic.name() + " has " + partitions + " partitions and should have "
                    + topic.partitions() + "; their number cannot be changed, for keys would move");
        }
        String policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        String expected = topic.config().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        return policy.equals(expected)
                ? Optional.empty()
                : Optional
                        .of("topic " + topic.name() + " has cleanup.policy=" + policy + " and should have " + expected);
    }

    private static ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    /** One question to the brokers, asked again while they say that they are not ready. */
    @FunctionalInterface
    private interface Question<T> {
        KafkaFuture<T> ask();
    }

    private <T> T untilAnswered(Question<T> question) throws InterruptedException {
        while (true) {
            try {
                return question.ask().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                boolean later = e.getCause() instanceof RetriableException
                        || e.getCause() instanceof UnknownTopicOrPartitionException;
                if (!later || System.nanoTime() >= end) {
                    throw new IllegalStateException("the brokers do not give the topics", e.getCause());
                }
            } catch (TimeoutException e) {
                throw new IllegalStateException("the brokers did not answer within " + PATIENCE.toSeconds() + " s", e);
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        if (Thread.interrupted()) {
            throw new InterruptedException("while waiting for the brokers");
        }
    }
}
