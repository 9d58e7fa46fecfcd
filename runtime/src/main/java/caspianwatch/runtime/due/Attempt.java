package caspianwatch.runtime.due;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One effect under way. It is its own token: a result counts only while the attempt is the one in flight for its key and
 * no newer state has made it stale. The effect thread touches nothing but the phase and the outcome.
 */
final class Attempt<S, R> implements Runnable {
    private enum Phase {
        RUNNING, ENDED, ORPHANED
    }

    final String key;
    final Stored<S> stored;
    final String lane;
    private final boolean doubtful;
    private final DueWork<?, S, R> work;
    private final long startedMillis;
    private final long startedNanos = System.nanoTime();
    private final Consumer<Attempt<S, R>> results;
    private final Leaving leaving;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.RUNNING);
    private volatile @Nullable Outcome<R> outcome;

    /** Set by the stream thread when a newer state has overtaken this attempt. */
    boolean stale;

    /** When the newer state is due; null where there is none or it rests. */
    @Nullable
    Long nextDue;

    /** Gives back what an attempt held: its lane and its place among those in flight. */
    @FunctionalInterface
    interface Leaving {
        void leave(String lane, boolean doubtful, long now, long restMillis);
    }

    Attempt(String key, Stored<S> stored, String lane, boolean doubtful, long now, DueWork<?, S, R> work,
            Consumer<Attempt<S, R>> results, Leaving leaving) {
        this.key = key;
        this.stored = stored;
        this.lane = lane;
        this.doubtful = doubtful;
        this.startedMillis = now;
        this.work = work;
        this.results = results;
        this.leaving = leaving;
    }

    @Override
    public void run() {
        Outcome<R> result;
        try {
            result = new Outcome.Returned<>(work.perform(key, stored.state()));
        } catch (Throwable e) { // an effect that hands back nothing would hold its lane for ever
            result = new Outcome.Threw<>(e);
        }
        outcome = result;
        if (phase.compareAndSet(Phase.RUNNING, Phase.ENDED)) {
            results.accept(this);
        } else {
            leaving.leave(lane, doubtful, startedMillis + (System.nanoTime() - startedNanos) / 1_000_000, 0);
        }
    }

    /** The result, once it has ended. */
    Outcome<R> outcome() {
        var ended = outcome;
        if (ended == null) {
            throw new IllegalStateException("the effect of " + key + " has not ended");
        }
        return ended;
    }

    /** On the stream thread, when the result is taken; the lane rests for so long, or its gap. */
    void leave(long now, long restMillis) {
        leaving.leave(lane, doubtful, now, restMillis);
    }

    /** The task has moved away: the result is dropped, and the lane stays taken until the effect ends. */
    void orphan(long now) {
        if (!phase.compareAndSet(Phase.RUNNING, Phase.ORPHANED)) {
            leaving.leave(lane, doubtful, now, 0);
        }
    }
}
