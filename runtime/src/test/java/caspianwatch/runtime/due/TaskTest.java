package caspianwatch.runtime.due;

import static caspianwatch.runtime.due.Errands.Order.perform;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.runtime.Effects;
import caspianwatch.runtime.Telemetry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task of its own: what happens to it when it moves, and when it asks for its next tick. */
class TaskTest {
    private static final long NOW = Bench.START.toEpochMilli();

    @TempDir
    private Path folder;
    private final Errands work = new Errands("test");
    private final Bench.ByHand byHand = new Bench.ByHand();
    private final Effects effects = Effects.on(byHand);
    private final Telemetry telemetry = new Telemetry();
    private final DueMeters meters = new DueMeters(Bench.NAME, telemetry);
    private final Lanes lanes = new Lanes(new DueWorks.Limits(10, Duration.ZERO));
    private final KeyValueStore<String, Stored<Errands.Errand>> store = Stores
            .keyValueStoreBuilder(Stores.inMemoryKeyValueStore(Bench.NAME), Serdes.String(),
                    Stored.serde(Errands.Errand.class))
            .withLoggingDisabled().build();

    @Test
    void asksForNoTickWhileNothingIsStored() {
        var task = open();

        assertThat(ticks(task)).isEmpty();
    }

    @Test
    void asksForOneTickAtTheNextDueTime() {
        var task = open();
        order(task, "a", perform(Bench.START.plusSeconds(60), "one", "late"));
        order(task, "b", perform(Bench.START.plusSeconds(10), "two", "early"));

        assertThat(ticks(task)).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void looksForResultsEveryTwoMillisecondsWhileSomethingIsInFlightAndNoLonger() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        assertThat(ticks(task)).containsExactly(Duration.ofMillis(2));

        byHand.runNext();
        tick(task);

        assertThat(ticks(task)).isEmpty();
    }

    @Test
    void commitsAtOnceAfterAResultAndNotAfterATickWithoutOne() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        assertThat(task.context.committed()).isFalse();

        byHand.runNext();
        tick(task);

        assertThat(task.context.committed()).isTrue();
    }

    @Test
    void leavesTheCommitToItsIntervalWhereNobodyWaitsForTheOutputs() {
        work.awaited = false;
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        byHand.runNext();

        tick(task);

        assertThat(task.context.committed()).isFalse();
        assertThat(ticks(task)).isEmpty();
    }

    @Test
    void finishesItsScheduleOnAnotherInstance() {
        order(open(), "a", perform(Bench.START.plusSeconds(10), "one", "it"));

        var successor = open();

        assertThat(ticks(successor)).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void repeatsAnEffectWhoseResultWasNotRecorded() {
        var killed = open();
        order(killed, "a", perform(Bench.START, "one", "it"));
        tick(killed);
        byHand.runNext();

        var successor = openElsewhere();
        tick(successor);
        byHand.runNext();
        tick(successor);

        assertThat(work.performed).containsExactly("a it", "a it");
        assertThat(texts(killed)).isEmpty();
        assertThat(texts(successor)).containsExactly("did it");
    }

    @Test
    void dropsTheResultOfATaskThatMovedAway() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        task.processor.close();
        byHand.runNext();

        assertThat(texts(task)).isEmpty();
        assertThat(store.get("a")).isEqualTo(new Stored<>(new Errands.Errand("one", "it", 0), Bench.START, null));
    }

    @Test
    void dropsTheResultThatWaitedWhenTheTaskMovedAwayAndFreesItsLane() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        byHand.runNext();
        task.processor.close();

        assertThat(texts(task)).isEmpty();
        assertThat(lanes.enter("one", false, NOW)).isTrue();
    }

    @Test
    void keepsTheLaneOfATaskThatMovedAwayUntilItsEffectEnds() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        task.processor.close();
        var back = open();
        tick(back);
        assertThat(byHand.started).hasSize(1);

        byHand.runNext();
        back.context.setCurrentSystemTimeMs(NOW + 60_000);
        tick(back);

        assertThat(byHand.started).hasSize(1);
        assertThat(work.performed).containsExactly("a it");
    }

    @Test
    void startsAnewWhenTheSameProcessorIsOpenedAgain() {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        tick(task);
        task.processor.close();
        byHand.runNext();
        task.processor.init(task.context);
        task.context.setCurrentSystemTimeMs(NOW + 60_000);
        tick(task);
        byHand.runNext();
        tick(task);

        assertThat(texts(task)).containsExactly("did it");
    }

    @Test
    void startsNothingAfterTheStopAndStillRecordsWhatIsInFlight() throws InterruptedException {
        var task = open();
        order(task, "a", perform(Bench.START, "one", "it"));
        order(task, "b", perform(Bench.START.plusSeconds(1), "two", "later"));
        tick(task);
        effects.stop();
        assertThat(effects.awaitQuiet(Duration.ofMillis(1))).isFalse();

        byHand.runNext();
        task.context.setCurrentSystemTimeMs(NOW + 60_000);
        tick(task);

        assertThat(effects.awaitQuiet(Duration.ZERO)).isTrue();
        assertThat(texts(task)).containsExactly("did it");
        assertThat(byHand.started).isEmpty();
    }

    @Test
    void sendsTheTraceOfTheInputOn() {
        var task = open();
        var headers = new RecordHeaders().add("traceparent", "00-trace".getBytes(StandardCharsets.US_ASCII));
        task.processor.process(new Record<>("a", perform(Bench.START, "one", "it"), NOW, headers));
        tick(task);
        byHand.runNext();
        tick(task);

        var sent = task.context.forwarded().getFirst().record().headers().lastHeader("traceparent");
        assertThat(new String(sent.value(), StandardCharsets.US_ASCII)).isEqualTo("00-trace");
    }

    @Test
    void rebuildsTheScheduleOfManyItems() {
        var task = open();
        for (int i = 0; i < 1_000; i++) {
            order(task, "key" + i, perform(Bench.START.plusSeconds(1 + i % 7), "lane" + i % 5, "it"));
        }
        var successor = openElsewhere();
        for (int i = 0; i < 5_000 && work.performed.size() < 1_000; i++) {
            successor.context.setCurrentSystemTimeMs(NOW + i * 10L);
            tick(successor);
            while (!byHand.started.isEmpty()) {
                byHand.runNext();
            }
        }

        assertThat(work.performed).hasSize(1_000).doesNotHaveDuplicates();
    }

    private record Open(MockProcessorContext<String, Output<?>> context,
            DueProcessor<Errands.Order, Errands.Errand, String> processor) {}

    private Open open() {
        return open(lanes);
    }

    private Open openElsewhere() {
        return open(new Lanes(new DueWorks.Limits(10, Duration.ZERO)));
    }

    private Open open(Lanes shared) {
        var settings = new Properties();
        settings.put("application.id", "test");
        settings.put("bootstrap.servers", "127.0.0.1:9");
        settings.put(Effects.CONFIG, effects);
        var context = new MockProcessorContext<String, Output<?>>(settings,
                new TaskId(0, 0), folder.toFile());
        context.setCurrentSystemTimeMs(NOW);
        if (!store.isOpen()) {
            store.init(context.getStateStoreContext(), store);
        }
        context.addStateStore(store);
        var processor = new DueProcessor<>(Bench.NAME, work, shared, meters);
        processor.init(context);
        return new Open(context, processor);
    }

    private static void order(Open task, String key, Errands.Order order) {
        task.processor.process(new Record<>(key, order, NOW));
    }

    private static void tick(Open task) {
        long now = task.context.currentSystemTimeMs();
        live(task).forEach(tick -> tick.getPunctuator().punctuate(now));
    }

    private static List<Duration> ticks(Open task) {
        return live(task).stream().map(CapturedPunctuator::getInterval).toList();
    }

    private static List<CapturedPunctuator> live(Open task) {
        return task.context.scheduledPunctuators().stream().filter(tick -> !tick.cancelled()).toList();
    }

    private static List<Object> texts(Open task) {
        return task.context.forwarded().stream().<Object>map(sent -> sent.record().value().value()).toList();
    }
}
