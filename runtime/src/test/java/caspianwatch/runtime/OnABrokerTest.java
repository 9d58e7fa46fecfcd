package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Topic;
import caspianwatch.contract.TopicSetup;
import caspianwatch.contract.Topics;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.due.Errands;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnABrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DueWorks.Limits LIMITS = new DueWorks.Limits(8, Duration.ZERO);

    @TempDir
    private static Path folder;
    private static @Nullable TestBroker started;

    @BeforeAll
    static void startBroker() throws Exception {
        started = TestBroker.start(folder);
        started.create(Topics.DEAD_LETTERS);
    }

    @AfterAll
    static void stopBroker() {
        broker().close();
    }

    @Test
    void createsEveryTopicOfTheContractThoughSeveralServicesStartAtOnce() throws Exception {
        Callable<String> setup = () -> {
            try (var admin = broker().admin()) {
                TopicSetup.ensure(admin, -1, Topics.all());
                return "ready";
            }
        };
        try (var services = Executors.newVirtualThreadPerTaskExecutor(); var admin = broker().admin()) {
            for (Future<String> each : services.invokeAll(List.of(setup, setup, setup, setup))) {
                assertThat(each.get()).isEqualTo("ready");
            }

            assertThat(admin.listTopics().names().get())
                    .containsAll(Topics.all().stream().map(topic -> topic.name()).toList());
        }
    }

    @Test
    void refusesATopicWithAnotherPartitionCountOrPolicyAndNamesIt() throws Exception {
        broker().create(strings("narrow", 2));
        var compacted = new Topic<>("narrow", 2, new Topic.Kept.Compacted(), Topic.PartitionKey.KEY, Serdes.String(),
                Serdes.String());

        assertThatThrownBy(() -> broker().create(strings("narrow", 3))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic narrow has 2 partitions and should have 3");
        assertThatThrownBy(() -> broker().create(compacted)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("topic narrow has cleanup.policy=delete and should have compact");
    }

    @Test
    void performsDueWorkAndRecordsItsResults() throws Exception {
        var work = new Errands("performed");
        broker().create(work.orders, work.reports);
        try (var telemetry = new Telemetry();
                var reports = Reports.of(work.reports);
                var _ = start("performed", work, telemetry)) {
            long begun = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                broker().send(work.orders, "key" + i, Errands.Order.perform(Instant.EPOCH, "lane" + i, "it"));
            }

            for (int i = 0; i < 20; i++) {
                assertThat(reports.next()).endsWith(": did it");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
            assertThat(telemetry.readiness().get("performed")).isEqualTo(new Telemetry.Readiness(true, "running"));
            String scrape = telemetry.registry().scrape();
            assertThat(scrape).contains("cw_due_work_effects_total{name=\"errands\",result=\"returned\"} 20")
                    .contains("kafka_stream_alive_stream_threads{")
                    .contains("kafka_stream_failed_stream_threads_total{")
                    .contains("kafka_consumer_fetch_manager_records_lag_max{");
            assertThat(scrape.lines().filter(line -> line.startsWith("kafka_"))).hasSizeLessThan(40);
        }
    }

    @Test
    void stopsWithoutLosingOrRepeatingWhatIsInFlightAndGoesOnWithTheRest() throws Exception {
        var work = new Errands("stopped");
        broker().create(work.orders, work.reports);
        var later = Clock.systemUTC().instant().plusSeconds(4);
        try (var telemetry = new Telemetry(); var reports = Reports.of(work.reports)) {
            var service = start("stopped", work, telemetry);
            broker().send(work.orders, "a", Errands.Order.perform(Instant.EPOCH, "one", "slow"));
            broker().send(work.orders, "b", Errands.Order.perform(later, "two", "late"));
            broker().send(work.orders, "c", Errands.Order.perform(Instant.EPOCH, "three", "quick"));
            assertThat(reports.next()).isEqualTo("c: did quick");

            var closing = Thread.ofVirtual().start(service::close);
            work.slowMayEnd.countDown();
            closing.join();
            assertThat(service.awaitStop()).isZero();
            assertThat(reports.next()).isEqualTo("a: did slow");

            try (var _ = start("stopped", work, telemetry)) {
                assertThat(reports.next()).isEqualTo("b: did late");
            }
            assertThat(work.performed).containsExactlyInAnyOrder("a slow", "c quick", "b late");
        }
    }

    @Test
    void sendsWhatItCannotReadOrProcessToTheDeadLettersAndGoesOn() throws Exception {
        var work = new Errands("poisoned");
        broker().create(work.orders, work.reports);
        broker().sendBytes(work.orders, "bad", "{ not json");
        broker().sendBytes(work.orders, "worse", "{\"what\":\"sing\",\"lane\":\"one\",\"word\":\"la\"}");
        try (var telemetry = new Telemetry();
                var letters = Reports.of(new Topic<>(Topics.DEAD_LETTERS.name(), 1, new Topic.Kept.Days(30),
                        Topic.PartitionKey.KEY, Serdes.String(), Serdes.String()));
                var reports = Reports.of(work.reports);
                var _ = start("poisoned", work, telemetry)) {
            broker().send(work.orders, "good", Errands.Order.perform(Instant.EPOCH, "one", "it"));

            assertThat(reports.next()).isEqualTo("good: did it");
            assertThat(List.of(letters.next(), letters.next())).containsExactly("bad: { not json",
                    "worse: {\"what\":\"sing\",\"lane\":\"one\",\"word\":\"la\"}");
        }
    }

    @Test
    void goesOnAfterARecordThatIsTooLarge() throws Exception {
        var work = new Errands("huge");
        broker().create(work.orders, work.reports);
        broker().send(work.orders, "a", Errands.Order.perform(Instant.EPOCH, "one", "huge"));
        try (var telemetry = new Telemetry();
                var reports = Reports.of(work.reports);
                var _ = start("huge", work, telemetry)) {
            broker().send(work.orders, "b", Errands.Order.perform(Instant.EPOCH, "one", "it"));

            assertThat(reports.next()).isEqualTo("b: did it");
        }
    }

    @Test
    void followsATopicPastWhatIsUnreadable() throws Exception {
        var work = new Errands("followed");
        broker().create(work.orders);
        broker().sendBytes(work.orders, "bad", "{ not json");
        for (int i = 0; i < 10; i++) {
            broker().send(work.orders, "key" + i, Errands.Order.of("rest"));
        }
        List<String> seen = new ArrayList<>();
        try (var telemetry = new Telemetry()) {
            var view = TopicView.follow(work.orders, broker().settings(), (key, _, _, _) -> seen.add(key), telemetry);
            assertThat(view.awaitCaughtUp(PATIENCE)).isTrue();
            assertThat(view.caughtUp()).isTrue();

            view.close();

            assertThat(view.caughtUp()).isFalse();
            assertThat(seen).hasSize(10);
            assertThat(telemetry.registry().scrape())
                    .contains("cw_unreadable_records_total{topic=\"orders-followed\"} 1.0");
        }
    }

    @Test
    void loadsTheFirstRecordsOnceHoweverManyTry() throws Exception {
        var topic = strings("seeded", 3);
        broker().create(topic);
        Callable<Boolean> seed = () -> Seeding.ifEmpty(broker().settings(), topic,
                Map.of("a", "1", "b", "2", "c", "3"));
        List<Boolean> did = new ArrayList<>();
        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : instances.invokeAll(Collections.nCopies(6, seed))) {
                did.add(each.get());
            }
        }

        assertThat(did.stream().filter(each -> each)).hasSizeLessThanOrEqualTo(1);
        assertThat(seed.call() || did.contains(true)).isTrue();
        try (var records = Reports.of(topic)) {
            assertThat(List.of(records.next(), records.next(), records.next())).containsExactlyInAnyOrder("a: 1",
                    "b: 2",
                    "c: 3");
            assertThat(records.view.awaitCaughtUp(PATIENCE)).isTrue();
            assertThat(records.seen).isEmpty();
        }
    }

    @Test
    void whoIsOvertakenWhileItLoadsTheFirstRecordsLeavesThemToTheOther() {
        assertThat(List.of(new ProducerFencedException("a"), new InvalidProducerEpochException("b"),
                new InvalidTxnStateException("c"),
                new KafkaException("e", new ProducerFencedException("f")))).allMatch(Seeding::overtaken);
        assertThat(Seeding.overtaken(new TimeoutException("d"))).isFalse();
    }

    private static StreamsService start(String name, Errands work, Telemetry telemetry) {
        var topology = work.topology(StreamsService.applicationId(name), LIMITS, telemetry);
        return StreamsService.start(name, topology, broker().settings(folder.resolve(name)), telemetry);
    }

    private static Topic<String, String> strings(String name, int partitions) {
        return new Topic<>(name, partitions, new Topic.Kept.Days(1), Topic.PartitionKey.KEY, Serdes.String(),
                Serdes.String());
    }

    private static TestBroker broker() {
        if (started == null) {
            throw new IllegalStateException("the broker did not start");
        }
        return started;
    }

    /** What comes into a topic of strings, as {@code key: value}. */
    private record Reports(TopicView<String> view, BlockingQueue<String> seen) implements AutoCloseable {
        static Reports of(Topic<String, String> topic) {
            var seen = new ArrayBlockingQueue<String>(1_000);
            return new Reports(
                    TopicView.follow(topic, broker().settings(), (key, value, _, _) -> seen.add(key + ": " + value)),
                    seen);
        }

        String next() throws InterruptedException {
            String text = seen.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return text == null ? "nothing came" : text;
        }

        @Override
        public void close() {
            view.close();
        }
    }
}
