package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
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
    private static final Duration INTERVAL = Duration.ofSeconds(40);
    private static final Duration SETTLED = Duration.ofSeconds(15);
    /** In which another instance must have taken over. */
    private static final Duration MOVED = Duration.ofSeconds(30);
    private static final int KILLS = 20;
    private static final long MIB = 1 << 20;
    /** A file system of its own, so that the trial fills no disk that others need. */
    private static final Path MEMORY = Path.of("/dev/shm");

    @TempDir
    Path folder;

    /** Whatever an ETag says, its articles are there. */
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
            Files.writeString(folder.resolve("feeds.tsv"), servers.table(INTERVAL.toSeconds() + "s"));
            for (int i = 0; i < 3; i++) {
                instances.add(Program.start(folder, service(kafka, "ingest" + i), "ingest"));
            }
            Until.holds("every feed was asked", STARTED, () -> servers.asked.size() == 3_000);
            Until.holds("every instance has a share that it has asked lately", STARTED,
                    () -> lastAskers(servers, SETTLED).values().stream().distinct().count() == 3);
            servers.publish(0, 3);
            LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());

            instances.getFirst().kill();
            long killed = System.nanoTime();
            var dead = lastAskers(servers, INTERVAL.multipliedBy(2)).entrySet().stream()
                    .filter(each -> each.getValue().equals("ingest0")).map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            servers.asked.clear();
            servers.publish(1, 3);
            Until.holds("every feed is asked again", STARTED, () -> servers.asked.size() == 3_000);
            servers.publish(2, 3);
            Until.holds("every entry is an article", Duration.ofMinutes(4),
                    () -> titles(kafka).containsAll(servers.published()));

            var late = lateness(servers, dead, killed);
            System.out.printf(
                    "3000 feeds, 3 instances, 1 killed: it had %d feeds; the first was asked by another after "
                            + "%.1f s, the last was %.1f s late; %d requests, %d documents, %d articles, hosts asked by two at "
                            + "once: %s%n",
                    dead.size(), late.min() / 1e9, late.max() / 1e9, servers.log.size(),
                    servers.documents.get(), titles(kafka).size(), servers.crowded());
            assertThat(titles(kafka)).doesNotHaveDuplicates().hasSameSizeAs(servers.published());
            assertThat(servers.crowded()).isEmpty();
            assertThat(dead).hasSizeBetween(300, 2_700);
            assertThat(Duration.ofNanos(late.max())).isLessThan(MOVED);
        } finally {
            instances.forEach(Program::close);
        }
    }

    /** The instance that asked each feed last, of those requests that are no older. */
    private static Map<String, String> lastAskers(FeedServers servers, Duration noOlder) {
        long since = System.nanoTime() - noOlder.toNanos();
        var last = new HashMap<String, String>();
        servers.log.stream().filter(request -> request.endedNanos() > since)
                .forEach(request -> last.put(request.feed(), request.who()));
        return last;
    }

    private record Lateness(long min, long max) {}

    /** How long after the kill the first of these feeds was asked by another, and by how much the last was overdue. */
    private static Lateness lateness(FeedServers servers, Set<String> feeds, long killed) {
        var before = new HashMap<String, Long>();
        var after = new HashMap<String, Long>();
        for (var request : servers.log) {
            if (request.who().equals("ingest0")) {
                before.merge(request.feed(), request.endedNanos(), Math::max);
            } else if (request.beganNanos() > killed) {
                after.merge(request.feed(), request.beganNanos(), Math::min);
            }
        }
        long first = feeds.stream().mapToLong(feed -> after.getOrDefault(feed, Long.MAX_VALUE)).min().orElseThrow();
        long most = feeds.stream().mapToLong(feed -> after.getOrDefault(feed, Long.MAX_VALUE)
                - Math.max(killed, before.getOrDefault(feed, killed) + INTERVAL.toNanos() * 11 / 10)).max()
                .orElseThrow();
        return new Lateness(first - killed, most);
    }

    /** Killed while it asks two hundred feeds: all are asked again in time, and none more than once too often. */
    @Test
    void afterAKillInTheMiddleOfPollsEveryFeedIsAskedWithinTwoIntervalsAndThereIsNoBurst() throws Exception {
        try (var servers = new FeedServers(200, 1, () -> {}); var broker = broker()) {
            String kafka = kafkaOf(broker);
            Files.writeString(folder.resolve("feeds.tsv"), servers.table(INTERVAL.toSeconds() + "s"));
            long killed;
            try (var ingest = Program.start(folder, service(kafka, "ingest"), "ingest")) {
                Until.holds("every feed was asked twice", Duration.ofMinutes(4), () -> servers.log.size() >= 440);
                ingest.kill();
                killed = System.nanoTime();
            }
            servers.asked.clear();
            try (var _ = Program.start(folder, service(kafka, "ingest"), "ingest")) {
                Until.holds("every feed is asked again", INTERVAL.multipliedBy(2), () -> servers.asked.size() == 200);
                double took = (System.nanoTime() - killed) / 1e9;
                LockSupport.parkNanos(INTERVAL.toNanos());
                System.out
                        .printf("200 feeds, killed and started again: all asked after %.1f s (interval %d s), at most "
                                + "%d times in an interval%n", took, INTERVAL.toSeconds(), mostInAnInterval(servers));
            }
            assertThat(mostInAnInterval(servers)).isLessThanOrEqualTo(3);
            assertThat(servers.crowded()).isEmpty();
        }
    }

    /** Two are usual, for an interval may be a tenth shorter; a third is the one whose result the kill has cost. */
    private static int mostInAnInterval(FeedServers servers) {
        var times = new HashMap<String, List<Long>>();
        servers.log.forEach(request -> times.computeIfAbsent(request.feed(), _ -> new ArrayList<>())
                .add(request.beganNanos()));
        return times.values().stream().mapToInt(each -> each.stream().mapToInt(start -> (int) each.stream()
                .filter(other -> other >= start && other < start + INTERVAL.toNanos()).count()).max().orElse(0)).max()
                .orElse(0);
    }

    @Test
    void ingestWaitsWhileTheDiskIsFullSaysSoAndGoesOnByItself() throws Exception {
        Path disk = Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : folder, "caspian-trial");
        try (var servers = new FeedServers(10, 1, () -> {}); var broker = broker()) {
            String kafka = kafkaOf(broker);
            Files.writeString(folder.resolve("feeds.tsv"), servers.table("2s"));
            int port = freePort();
            var settings = new HashMap<>(service(kafka, "ingest"));
            settings.put("CASPIAN_DATA", disk.toString());
            settings.put("CASPIAN_HEALTH_PORT", Integer.toString(port));
            settings.put("CASPIAN_DISK_FLOOR_MIB", Long.toString(disk.toFile().getUsableSpace() / MIB - 160));
            try (var _ = Program.start(folder, settings, "ingest")) {
                Until.holds("every feed was asked", STARTED, () -> servers.asked.size() == 10);
                Until.holds("ingest is ready", STARTED, () -> checks(port).statusCode() == 200);

                fill(disk.resolve("filler"), 256);
                Until.holds("ingest says that it waits", STARTED, () -> checks(port).statusCode() != 200);
                String said = checks(port).body();
                LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                int before = servers.log.size();
                servers.publish(0, 1);
                LockSupport.parkNanos(Duration.ofSeconds(10).toNanos());
                int meanwhile = servers.log.size() - before;

                Files.delete(disk.resolve("filler"));
                Until.holds("every entry is an article", STARTED,
                        () -> titles(kafka).containsAll(servers.published()));
                Until.holds("ingest is ready again", STARTED, () -> checks(port).statusCode() == 200);

                System.out.println("disk floor: " + said.replaceAll("\\s+", " ") + "; requests in 10 s below it: "
                        + meanwhile);
                assertThat(said).contains("feeds are not asked");
                assertThat(meanwhile).isZero();
                assertThat(titles(kafka)).doesNotHaveDuplicates().hasSize(20);
            }
        } finally {
            delete(disk);
        }
    }

    private static HttpResponse<String> checks(int port) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static void fill(Path file, int mebibytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            for (int i = 0; i < mebibytes; i++) {
                out.write(new byte[(int) MIB]);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
                "CASPIAN_FEEDS_ALLOW_NETWORKS", "127.0.0.0/8", "CASPIAN_FEEDS_CONTACT", name);
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
