package caspianwatch.runtime.due;

import caspianwatch.runtime.Effects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The due work of one task. Everything here runs on the stream thread but the effects, which hand their attempts back
 * through a queue. A tick drains the queue, dispatches what is due, and drains again; it arms the next tick itself, for a
 * periodic one would make every commit interval a transaction.
 */
final class DueProcessor<I, S, R> implements Processor<String, I, String, Output<?>> {
    private static final Logger log = LoggerFactory.getLogger(DueProcessor.class);

    /** How often results are looked for while an effect is in flight; Streams' own poll bounds it besides. */
    private static final long TICK = 2;

    /** When work that our own code could not decide about is tried again. */
    private static final long WHILE_PAUSED = 1_000;
    private static final long AFTER_FAULT = 60_000;

    private static final Way UNKNOWN = new Way("", false);
    private static final String TRACE = "traceparent";

    private final String name;
    private final DueWork<I, S, R> work;
    private final Lanes lanes;
    private final DueMeters meters;

    // All of it made anew by init: Streams opens a processor again after a task was closed as corrupted.
    private Schedule schedule = new Schedule();
    private Map<String, Attempt<S, R>> inFlight = new HashMap<>();
    /** The ways of what is scheduled, as far as known: a state is large, and need not be read only to learn it. */
    private Map<String, Way> ways = new HashMap<>();
    private Queue<Attempt<S, R>> results = new ConcurrentLinkedQueue<>();
    private DueMeters.@Nullable Load load;
    private @Nullable Cancellable armed;
    private long armedAt;
    private boolean paused;
    private @Nullable Task<S> task;

    private record Way(String lane, boolean doubtful) {}

    private record Task<S>(ProcessorContext<String, Output<?>> context, KeyValueStore<String, Stored<S>> store,
            Effects effects) {}

    DueProcessor(String name, DueWork<I, S, R> work, Lanes lanes, DueMeters meters) {
        this.name = name;
        this.work = work;
        this.lanes = lanes;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Output<?>> context) {
        KeyValueStore<String, Stored<S>> store = context.getStateStore(name);
        task = new Task<>(context, store, Effects.in(context.appConfigs()));
        schedule = new Schedule();
        inFlight = new HashMap<>();
        ways = new HashMap<>();
        results = new ConcurrentLinkedQueue<>();
        armed = null;
        load = meters.add();
        try (var all = store.all()) {
            all.forEachRemaining(item -> {
                var due = item.value.due();
                if (due != null) {
                    schedule.put(item.key, millis(due));
                }
            });
        }
        arm(context.currentSystemTimeMs());
    }

    @Override
    public void process(Record<String, I> record) {
        var task = task();
        long now = task.context.currentSystemTimeMs();
        var stored = task.store.get(record.key());
        var step = work.onInput(record.key(), stored == null ? null : stored.state(), record.value(), at(now));
        String trace = traceOf(record.headers());
        remember(record.key(), step, trace);
        arm(now);
        send(step, trace, now);
    }

    @Override
    public void close() {
        if (task == null) {
            return;
        }
        long now = task.context.currentSystemTimeMs();
        inFlight.values().forEach(attempt -> attempt.orphan(now));
        inFlight.clear();
        if (load != null) {
            meters.remove(load);
        }
    }

    private void tick(long now) {
        if (armed != null) {
            armed.cancel();
            armed = null;
        }
        try {
            boolean brought = drain(now);
            dispatch(now);
            if ((drain(now) || brought) && work.outputsAreAwaited()) {
                task().context.commit();
            }
        } finally {
            arm(now);
        }
    }

    /** Whether anything was sent, for which somebody may wait. */
    private boolean drain(long now) {
        boolean brought = false;
        for (var attempt = results.poll(); attempt != null; attempt = results.poll()) {
            inFlight.remove(attempt.key);
            var outcome = attempt.outcome();
            attempt.leave(now, work.rest(attempt.stored.state(), outcome, at(now)).toMillis());
            if (attempt.stale) {
                meters.stale.increment();
                if (attempt.nextDue != null) {
                    schedule.put(attempt.key, attempt.nextDue);
                }
                continue;
            }
            (outcome instanceof Outcome.Threw<R> ? meters.threw : meters.returned).increment();
            brought |= conclude(attempt, outcome, now);
        }
        return brought;
    }

    private boolean conclude(Attempt<S, R> attempt, Outcome<R> outcome, long now) {
        Step<S> step;
        try {
            step = work.onOutcome(attempt.key, attempt.stored.state(), outcome, at(now));
            if (step instanceof Step.Keep<S>(var outputs)) {
                // Nothing is in flight any more: what stays as it is rests, else it would be performed again at once.
                step = new Step.Rest<>(attempt.stored.state(), outputs);
            }
        } catch (RuntimeException e) {
            putOff(attempt.key, e, now);
            return false;
        }
        try {
            remember(attempt.key, step, attempt.stored.trace());
        } catch (SerializationException e) { // a state too large; whatever else the store throws stops the thread
            putOff(attempt.key, e, now);
            return false;
        }
        send(step, attempt.stored.trace(), now);
        return !step.outputs().isEmpty();
    }

    private void remember(String key, Step<S> step, @Nullable String trace) {
        var store = task().store;
        switch (step) {
            case Step.Perform<S>(var state, var due, _) -> {
                long dueMillis = millis(due);
                store.put(key, new Stored<>(state, due, trace));
                learnWay(key, state);
                if (!overtake(key, dueMillis)) {
                    schedule.put(key, dueMillis);
                }
            }
            case Step.Rest<S>(var state, _) -> {
                store.put(key, new Stored<>(state, null, trace));
                overtake(key, null);
                unschedule(key);
            }
            case Step.Keep<S> _ -> {
            }
            case Step.Forget<S> _ -> {
                store.delete(key);
                overtake(key, null);
                unschedule(key);
            }
        }
    }

    private void unschedule(String key) {
        schedule.remove(key);
        ways.remove(key);
    }

    /** Where it cannot say now, it is asked again, and the fault told, when the time comes. */
    private void learnWay(String key, S state) {
        try {
            ways.put(key, way(key, state));
        } catch (RuntimeException _) {
            ways.remove(key);
        }
    }

    private Way way(String key, S state) {
        return new Way(work.lane(key, state), work.doubtful(key, state));
    }

    /** Makes a result in flight stale. Its effect still runs, so a newer one of the same key waits for its end. */
    private boolean overtake(String key, @Nullable Long nextDue) {
        var attempt = inFlight.get(key);
        if (attempt == null) {
            return false;
        }
        attempt.stale = true;
        attempt.nextDue = nextDue;
        return true;
    }

    private void dispatch(long now) {
        var task = task();
        paused = work.paused();
        if (task.effects.stopped() || paused) {
            return;
        }
        schedule.ripen(now, key -> laneOf(key, now));
        List<Attempt<S, R>> started = new ArrayList<>();
        schedule.offer(() -> !lanes.full(), (key, lane) -> {
            boolean unsure = ways.getOrDefault(key, UNKNOWN).doubtful();
            if (!lanes.enter(lane, unsure, now)) {
                return false;
            }
            if (!task.effects.begin()) {
                lanes.leave(lane, unsure, now, 0);
                return false;
            }
            started.add(
                    new Attempt<>(key, task.store.get(key), lane, unsure, now, work, results::add,
                            (of, was, end, rest) -> {
                                lanes.leave(of, was, end, rest);
                                task.effects.ended();
                            }));
            return true;
        });
        for (var attempt : started) {
            inFlight.put(attempt.key, attempt);
            task.effects.run(attempt);
        }
    }

    private @Nullable String laneOf(String key, long now) {
        var known = ways.get(key);
        if (known != null) {
            return known.lane();
        }
        var stored = task().store.get(key);
        if (stored == null) {
            return null;
        }
        try {
            var way = way(key, stored.state());
            ways.put(key, way);
            return way.lane();
        } catch (RuntimeException e) {
            putOff(key, e, now);
            return null;
        }
    }

    /** Our own code failed on the stream thread. The state stays; a minute later it is performed again. */
    private void putOff(String key, RuntimeException error, long now) {
        log.error("{}: cannot decide about {}, trying again in a minute", name, key, error);
        meters.faulty.increment();
        schedule.put(key, now + AFTER_FAULT);
    }

    private void arm(long now) {
        var task = task();
        show();
        long next = nextTick(now, task.effects.stopped());
        if (next == Long.MAX_VALUE || (armed != null && armedAt <= next)) {
            return;
        }
        if (armed != null) {
            armed.cancel();
        }
        armedAt = next;
        armed = task.context.schedule(Duration.ofMillis(Math.max(1, next - now)), PunctuationType.WALL_CLOCK_TIME,
                this::tick);
    }

    private long nextTick(long now, boolean stopped) {
        long next = inFlight.isEmpty() ? Long.MAX_VALUE : now + TICK;
        if (stopped) {
            return next;
        }
        if (paused) {
            return Math.min(next, now + WHILE_PAUSED);
        }
        if (lanes.full()) {
            next = schedule.anyReady() ? Math.min(next, now + TICK) : next;
        } else {
            for (String lane : schedule.readyLanes()) {
                long free = lanes.freeAt(lane);
                next = Math.min(next, free == Long.MAX_VALUE || free <= now ? now + TICK : free);
                if (next <= now + TICK) {
                    break;
                }
            }
        }
        Long due = schedule.nextDue();
        return due == null ? next : Math.min(next, due);
    }

    private void show() {
        var now = load;
        if (now != null) {
            now.waiting = schedule.size();
            now.inFlight = inFlight.size();
            now.oldestDue = schedule.oldestDue();
        }
    }

    private void send(Step<S> step, @Nullable String trace, long now) {
        for (var output : step.outputs()) {
            var headers = new RecordHeaders();
            if (trace != null) {
                headers.add(TRACE, trace.getBytes(StandardCharsets.US_ASCII));
            }
            task().context.forward(new Record<>(output.key(), output, now, headers));
        }
    }

    private Task<S> task() {
        if (task == null) {
            throw new IllegalStateException(name + " is not open");
        }
        return task;
    }

    private static @Nullable String traceOf(Headers headers) {
        var header = headers.lastHeader(TRACE);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    /** The first millisecond that is not before it: nothing is performed early. */
    private static long millis(Instant due) {
        long millis = due.toEpochMilli();
        return at(millis).isBefore(due) ? millis + 1 : millis;
    }
}
