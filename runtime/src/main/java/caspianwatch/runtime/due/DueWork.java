package caspianwatch.runtime.due;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done, when, and what follows from its result.
 *
 * <p>{@link #onInput} and {@link #onOutcome} are pure and run on the stream thread; {@link #perform} runs on a virtual
 * thread, may block and throw, touches no state but its arguments, and bounds its own time under 10 seconds.
 *
 * @param <I> the input records
 * @param <S> what is remembered of a piece of work; written to the state store as JSON
 * @param <R> what an effect brings back
 */
public interface DueWork<I, S, R> {
    /** Reacts to an input record; a null input is a tombstone, a null state means that nothing is remembered under the key. */
    Step<S> onInput(String key, @Nullable S state, @Nullable I input, Instant now);

    /** Reacts to the result of an effect. */
    Step<S> onOutcome(String key, S state, Outcome<R> outcome, Instant now);

    /** The effect. It may be repeated after a crash, so whatever it calls gets an id that is a pure function of key and state. */
    R perform(String key, S state) throws Exception;

    /** Work of one lane runs one at a time: the host of a feed, the endpoint of a webhook. */
    String lane(String key, S state);

    /**
     * Whether the effect may well hang, as it did before. All such work together takes half of the places at most, so that
     * what hangs never keeps out what does not.
     */
    default boolean doubtful(String key, S state) {
        return false;
    }

    /**
     * For how long nothing of the lane starts after this outcome, where that is longer than the usual gap: a server that asks for
     * a rest may mean whoever asks.
     */
    default Duration rest(S state, Outcome<R> outcome, Instant now) {
        return Duration.ZERO;
    }

    /** Whether nothing may start now, whatever is due; asked at every tick, and each second while it says so. */
    default boolean paused() {
        return false;
    }

    /**
     * Whether somebody waits for the outputs: then a result is committed as soon as it is there. Where the effect itself was
     * the purpose, the commit interval (100 ms) is enough, and a lane is not held up by transactions.
     */
    default boolean outputsAreAwaited() {
        return true;
    }
}
