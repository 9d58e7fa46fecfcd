package caspianwatch.runtime.due;

import caspianwatch.contract.Json;
import caspianwatch.contract.Topic;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.Topologies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** Small due work for tests: an errand names its lane, its due time and what is to come of it. */
public final class Errands implements DueWork<Errands.Order, Errands.Errand, String> {
    /** What is asked: perform at a time, rest, forget, or change nothing. */
    public record Order(String what, @Nullable Instant due, String lane, String word) {
        public static Order perform(Instant due, String lane, String word) {
            return new Order("perform", due, lane, word);
        }

        public static Order of(String what) {
            return new Order(what, null, "lane", what);
        }
    }

    public record Errand(String lane, String word, int done) {}

    public final Topic<String, Order> orders;
    public final Topic<String, String> reports;

    /** Every effect that happened, in order, over all instances that share this work. */
    public final List<String> performed = Collections.synchronizedList(new ArrayList<>());

    /** Holds back the errand called "slow". */
    public final CountDownLatch slowMayEnd = new CountDownLatch(1);

    /** What follows from the outcome of a word; everything else is forgotten. */
    public final Map<String, Step<Errand>> after = new HashMap<>();

    /** For how long the lane rests after a word. */
    public final Map<String, Duration> rests = new HashMap<>();

    /** Whether the reports are waited for. */
    public boolean awaited = true;

    /** Errands whose topics end in this word. */
    public Errands(String word) {
        orders = topic("orders-" + word, Json.serde(Order.class));
        reports = topic("reports-" + word, Json.serde(String.class));
    }

    /** Puts them into a topology, with their reports sent. */
    public Topology topology(String applicationId, DueWorks.Limits limits, Telemetry telemetry) {
        var builder = Topologies.builder(applicationId);
        DueWorks.sendTo(reports,
                DueWorks.process(Topologies.from(builder, orders), Bench.NAME, this, Errand.class, limits,
                        telemetry));
        return builder.build();
    }

    private static <V> Topic<String, V> topic(String name, Serde<V> values) {
        return new Topic<>(name, 2, new Topic.Kept.Days(1), Topic.PartitionKey.KEY, Serdes.String(), values);
    }

    @Override
    public Step<Errand> onInput(String key, @Nullable Errand state, @Nullable Order input, Instant now) {
        if (input == null) {
            return new Step.Forget<>(List.of(report(key, "forgotten")));
        }
        return switch (input.what()) {
            case "perform" -> new Step.Perform<>(new Errand(input.lane(), input.word(), 0),
                    input.due() == null ? now : input.due(), List.of());
            case "rest" -> new Step.Rest<>(new Errand(input.lane(), "resting", 0), List.of());
            case "keep" -> new Step.Keep<>(List.of(report(key, "kept " + (state == null ? "nothing" : state.word()))));
            default -> throw new IllegalArgumentException("no such order: " + input.what());
        };
    }

    @Override
    public Duration rest(Errand state, Outcome<String> outcome, Instant now) {
        return rests.getOrDefault(state.word(), Duration.ZERO);
    }

    @Override
    public boolean outputsAreAwaited() {
        return awaited;
    }

    @Override
    public Step<Errand> onOutcome(String key, Errand state, Outcome<String> outcome, Instant now) {
        if (state.word().equals("undecidable")) {
            throw new IllegalStateException("a bug in the work");
        }
        String result = switch (outcome) {
            case Outcome.Returned<String>(String value) -> value;
            case Outcome.Threw<String>(Throwable error) -> "threw " + error.getMessage();
        };
        var told = List.<Output<?>>of(report(key, result));
        var step = after.get(state.word());
        return switch (step) {
            case null -> new Step.Forget<>(told);
            case Step.Perform<Errand>(var next, var due, _) -> new Step.Perform<>(next, due, told);
            case Step.Rest<Errand>(var next, _) -> new Step.Rest<>(next, told);
            case Step.Keep<Errand> _ -> new Step.Keep<>(told);
            case Step.Forget<Errand> _ -> new Step.Forget<>(told);
        };
    }

    @Override
    public String perform(String key, Errand errand) throws InterruptedException {
        performed.add(key + " " + errand.word());
        if (errand.word().equals("slow")) {
            slowMayEnd.await();
        }
        if (errand.word().equals("fails")) {
            throw new IllegalStateException("on the way");
        }
        return "did " + (errand.word().equals("huge") ? "x".repeat(2_000_000) : errand.word());
    }

    @Override
    public String lane(String key, Errand errand) {
        return errand.lane();
    }

    private Output<String> report(String key, String text) {
        return new Output<>(reports, key, text);
    }
}
