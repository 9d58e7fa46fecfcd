package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ingest killed, as processes of its own: longer than the build should take, so {@code make trial} runs it. */
@Timeout(900)
final class IngestTrial {
    private static final Duration STARTED = Duration.ofMinutes(2);
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    /** FAULTS F1: whatever an ETag says, its articles are there. */
    @Test
    void noArticleIsHiddenByAnEtagThoughIngestIsKilledBetweenAnswerAndCommit() throws Exception {
        var random = new Random(20);
        var killing = new AtomicBoolean();
        var answered = new SynchronousQueue<Boolean>();
        try (var servers = new FeedServers(1, 1, () -> {
            if (killing.get()) {
                answered.offer(true);
            }
        }); var broker = broker()) {
            String kafka = kafkaOf(broker);
            Files.writeString(folder.resolve("feeds.tsv"), servers.table("1s"));
            int held = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                servers.publish(0, 1);
                killing.set(true);
                try (var ingest = Program.start(folder, service(kafka, "ingest"), "ingest")) {
                    if (answered.poll(STARTED.toSeconds(), TimeUnit.SECONDS) == null) {
                        throw new AssertionError("ingest did not ask within " + STARTED + ": " + ingest.complaints());
                    }
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(30_000)));
                    ingest.kill();
                    killing.set(false);
                }
                held += titles(kafka).size() < servers.published().size() ? 1 : 0;
            }
            try (var _ = Program.start(folder, service(kafka, "ingest"), "ingest")) {
                Until.holds("every entry is an article", STARTED,
                        () -> titles(kafka).containsAll(servers.published()));
            }
            System.out.println("killed " + KILLS + " times after the answer; " + held + " times before the commit");
            assertThat(titles(kafka)).doesNotHaveDuplicates().hasSize(KILLS + 1);
            assertThat(held).as("kills that came before the commit").isPositive();
        }
    }

    @Test
    void threeInstancesShareThreeThousandFeedsAndLosingOneLosesNothing() throws Exception {
        var instances = new ArrayList<Program>();
        try (var servers = new FeedServers(100, 30, () -> {}); var broker = broker()) {
            String kafka = kafkaOf(broker);
            Files.writeString(folder.resolve("feeds.tsv"), servers.table("40s"));
            for (int i = 0; i < 3; i++) {
                instances.add(Program.start(folder, service(kafka, "ingest" + i), "ingest"));
            }
            Until.holds("every feed was asked", STARTED, () -> servers.asked.size() == 3_000);
            servers.publish(0, 3);
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());

            instances.getFirst().kill();
            long killed = System.nanoTime();
            servers.asked.clear();
            servers.publish(1, 3);
            Until.holds("every feed is asked again", STARTED, () -> servers.asked.size() == 3_000);
            long moved = System.nanoTime() - killed;
            servers.publish(2, 3);
            Until.holds("every entry is an article", Duration.ofMinutes(4),
                    () -> titles(kafka).containsAll(servers.published()));

            System.out.printf("3000 feeds, 3 instances, 1 killed: all asked again after %.1f s (interval 40 s), "
                    + "%d requests, %d documents, %d articles, hosts asked by two at once: %s%n", moved / 1e9,
                    servers.requests.get(), servers.documents.get(), titles(kafka).size(), servers.crowded);
            assertThat(titles(kafka)).doesNotHaveDuplicates().hasSameSizeAs(servers.published());
            assertThat(servers.crowded).isEmpty();
        } finally {
            instances.forEach(Program::close);
        }
    }

    private Program broker() throws Exception {
        return Program.start(folder, Map.of(), "broker", "--data", folder.resolve("broker").toString());
    }

    private static String kafkaOf(Program broker) throws Exception {
        return broker.says("KAFKA_BOOTSTRAP_SERVERS=(\\S+)", STARTED);
    }

    private Map<String, String> service(String kafka, String name) {
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka, "CASPIAN_HEALTH_PORT", "0", "CASPIAN_DATA",
                folder.resolve(name).toString(), "CASPIAN_FEEDS_FILE", folder.resolve("feeds.tsv").toString(),
                "CASPIAN_FEEDS_ALLOW_NETWORKS", "127.0.0.0/8");
    }

    /** The titles of all articles that were committed, one a record. */
    private static List<String> titles(String kafka) {
        var settings = new HashMap<String, Object>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"));
        var titles = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<String, Article>(settings, new StringDeserializer(),
                Topics.ARTICLES.values().deserializer())) {
            var partitions = consumer.partitionsFor(Topics.ARTICLES.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> titles.add(record.value().title()));
            }
        }
        return titles;
    }
}
