package caspianwatch.runtime.due;

import static caspianwatch.runtime.due.Errands.Order.perform;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueWorkTest {
    private static final DueWorks.Limits LOOSE = new DueWorks.Limits(10, Duration.ZERO);

    @TempDir
    private Path folder;
    private final Errands work = new Errands("test");
    private final Bench.ByHand byHand = new Bench.ByHand();

    @Test
    void performsNothingBeforeItsTimeAndEverythingThen() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(bench.in(Duration.ofSeconds(10)), "one", "early"));
            bench.order("b", perform(bench.in(Duration.ofSeconds(20)), "two", "late"));
            bench.after(Duration.ofMillis(9_999));
            assertThat(work.performed).isEmpty();

            bench.after(Duration.ofMillis(1));
            assertThat(work.performed).containsExactly("a early");

            bench.after(Duration.ofSeconds(10));
            assertThat(work.performed).containsExactly("a early", "b late");
        }
    }

    @Test
    void performsAtOnceWhatWasDueInThePast() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(Instant.EPOCH, "one", "old"));
            bench.settle();

            assertThat(bench.reports()).containsExactly("a: did old");
            assertThat(bench.stored()).isEmpty();
        }
    }

    @Test
    void keepsNoMoreInFlightThanAllowedOverAllLanes() {
        try (var bench = bench(new DueWorks.Limits(3, Duration.ZERO), byHand)) {
            for (int i = 0; i < 10; i++) {
                bench.order("key" + i, perform(Bench.START, "lane" + i, "it"));
            }
            bench.settle();
            assertThat(byHand.started).hasSize(3);

            byHand.runNext();
            bench.settle();

            assertThat(byHand.started).hasSize(3);
            assertThat(bench.gauge("in_flight")).isEqualTo(3);
            assertThat(bench.gauge("waiting")).isEqualTo(6);
        }
    }

    @Test
    void runsOneOfALaneAtATimeWithAGapAfterIt() {
        try (var bench = bench(new DueWorks.Limits(10, Duration.ofSeconds(2)), byHand)) {
            bench.order("a", perform(Bench.START, "host", "first"));
            bench.order("b", perform(Bench.START, "host", "second"));
            bench.order("c", perform(Bench.START, "elsewhere", "other"));
            bench.settle();
            assertThat(byHand.started).hasSize(2);

            byHand.runNext();
            byHand.runNext();
            bench.after(Duration.ofMillis(2));
            bench.after(Duration.ofMillis(1_999));
            assertThat(byHand.started).isEmpty();

            bench.after(Duration.ofMillis(1));
            byHand.runNext();
            assertThat(work.performed).containsExactly("a first", "c other", "b second");
        }
    }

    @Test
    void aLaneRestsForAsLongAsAnOutcomeAsksAndNoOtherDoes() {
        work.rests.put("first", Duration.ofMinutes(5));
        try (var bench = bench(new DueWorks.Limits(10, Duration.ofSeconds(2)), byHand)) {
            bench.order("a", perform(Bench.START, "host", "first"));
            bench.order("b", perform(Bench.START, "host", "second"));
            bench.order("c", perform(Bench.START, "elsewhere", "other"));
            bench.order("d", perform(Bench.START, "elsewhere", "another"));
            bench.settle();
            byHand.runNext();
            byHand.runNext();
            bench.after(Duration.ofMillis(2));

            bench.after(Duration.ofSeconds(4));
            byHand.runNext();
            bench.after(Duration.ofMinutes(4));
            assertThat(byHand.started).isEmpty();

            bench.after(Duration.ofMinutes(1));
            byHand.runNext();
            assertThat(work.performed).containsExactly("a first", "c other", "d another", "b second");
        }
    }

    @Test
    void servesAKeyInOrderThoughItsLaneChanges() {
        try (var bench = bench(LOOSE, byHand)) {
            bench.order("a", perform(Bench.START, "one", "old"));
            bench.settle();
            bench.order("a", perform(Bench.START, "two", "new"));
            bench.settle();
            assertThat(byHand.started).as("the new one waits for the end of the old").hasSize(1);

            byHand.runNext();
            bench.settle();
            byHand.runNext();
            bench.settle();

            assertThat(work.performed).containsExactly("a old", "a new");
            assertThat(bench.reports()).as("the old result is stale").containsExactly("a: did new");
        }
    }

    @Test
    void dropsTheResultOfWorkThatWasTakenBack() {
        try (var bench = bench(LOOSE, byHand)) {
            bench.order("a", perform(Bench.START, "one", "unwanted"));
            bench.settle();
            bench.takeBack("a");
            byHand.runNext();
            bench.settle();

            assertThat(bench.reports()).containsExactly("a: forgotten");
            assertThat(bench.stored()).isEmpty();
        }
    }

    @Test
    void takesBackWorkThatIsNotYetDue() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(bench.in(Duration.ofSeconds(1)), "one", "unwanted"));
            bench.takeBack("a");
            bench.after(Duration.ofSeconds(2));

            assertThat(work.performed).isEmpty();
        }
    }

    @Test
    void takesBackWorkThatWaitsForItsLane() {
        try (var bench = bench(LOOSE, byHand)) {
            bench.order("a", perform(Bench.START, "one", "first"));
            bench.order("b", perform(Bench.START, "one", "unwanted"));
            bench.settle();
            bench.takeBack("b");
            byHand.runNext();
            bench.settle();

            assertThat(byHand.started).isEmpty();
            assertThat(bench.reports()).containsExactly("b: forgotten", "a: did first");
        }
    }

    @Test
    void tellsTheWorkWhatAnEffectThrew() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(Bench.START, "one", "fails"));
            bench.settle();

            assertThat(bench.reports()).containsExactly("a: threw on the way");
        }
    }

    @Test
    void performsAgainWhenTheOutcomeSaysSo() {
        try (var bench = bench(LOOSE)) {
            work.after.put("first",
                    new Step.Perform<>(new Errands.Errand("one", "second", 1), Bench.START.plusSeconds(30), List.of()));
            bench.order("a", perform(Bench.START, "one", "first"));
            bench.settle();
            assertThat(bench.stored().get("a")).isEqualTo(
                    new Stored<>(new Errands.Errand("one", "second", 1), Bench.START.plusSeconds(30), null));

            bench.after(Duration.ofSeconds(30));

            assertThat(work.performed).containsExactly("a first", "a second");
            assertThat(bench.reports()).containsExactly("a: did first", "a: did second");
        }
    }

    @Test
    void restsUntilTheNextInput() {
        try (var bench = bench(LOOSE)) {
            work.after.put("first", new Step.Rest<>(new Errands.Errand("one", "known", 1), List.of()));
            bench.order("a", perform(Bench.START, "one", "first"));
            bench.settle();
            bench.after(Duration.ofDays(1));
            bench.order("a", Errands.Order.of("keep"));

            assertThat(work.performed).containsExactly("a first");
            assertThat(bench.reports()).containsExactly("a: did first", "a: kept known");
        }
    }

    @Test
    void restsWhereAnOutcomeChangesNothing() {
        try (var bench = bench(LOOSE)) {
            work.after.put("first", new Step.Keep<>(List.of()));
            bench.order("a", perform(Bench.START, "one", "first"));
            bench.settle();

            assertThat(work.performed).containsExactly("a first");
            assertThat(bench.stored().get("a"))
                    .isEqualTo(new Stored<>(new Errands.Errand("one", "first", 0), null, null));
        }
    }

    @Test
    void goesOnWithWhatIsInFlightWhereAnInputChangesNothing() {
        try (var bench = bench(LOOSE, byHand)) {
            bench.order("a", perform(Bench.START, "one", "it"));
            bench.settle();
            bench.order("a", Errands.Order.of("keep"));
            byHand.runNext();
            bench.settle();

            assertThat(bench.reports()).containsExactly("a: kept it", "a: did it");
        }
    }

    @Test
    void triesAgainAMinuteLaterWhereTheWorkItselfFails() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(Bench.START, "one", "undecidable"));
            bench.order("b", perform(Bench.START, "two", "sound"));
            bench.settle();
            assertThat(bench.reports()).as("others do not notice").containsExactly("b: did sound");

            bench.after(Duration.ofMinutes(1));

            assertThat(work.performed).containsExactly("a undecidable", "b sound", "a undecidable");
        }
    }

    @Test
    void holdsNothingInFlightAndWaitsForNothingWhileIdle() {
        try (var bench = bench(LOOSE)) {
            bench.order("a", perform(Bench.START, "one", "it"));
            bench.settle();

            assertThat(bench.gauge("in_flight")).isZero();
            assertThat(bench.gauge("waiting")).isZero();
        }
    }

    private Bench bench(DueWorks.Limits limits) {
        return new Bench(work, limits, Runnable::run, folder);
    }

    private Bench bench(DueWorks.Limits limits, Bench.ByHand executor) {
        return new Bench(work, limits, executor, folder);
    }
}
