package caspianwatch.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Where the side effects of one running topology happen, and the switch that stops them. It travels in the settings of
 * the topology under {@link #CONFIG}, so that the processors deep inside and the service around them hold the same one.
 */
public final class Effects {
    /** The name in the settings of a topology; a test puts {@code Effects.on(Runnable::run)} there. */
    public static final String CONFIG = "caspianwatch.effects";

    private final Executor executor;
    private boolean stopped;
    private int inFlight;

    private Effects(Executor executor) {
        this.executor = executor;
    }

    /** Each effect on a virtual thread of its own. */
    public static Effects onVirtualThreads() {
        return on(effect -> Thread.ofVirtual().name("effect").start(effect));
    }

    /** Effects on this executor; {@code Runnable::run} makes a topology test deterministic. */
    public static Effects on(Executor executor) {
        return new Effects(executor);
    }

    /** Those in the settings of a topology, else new ones on virtual threads. */
    public static Effects in(Map<String, Object> settings) {
        return settings.get(CONFIG) instanceof Effects effects ? effects : onVirtualThreads();
    }

    /** Announces an effect; false where none may start any more. */
    public synchronized boolean begin() {
        if (stopped) {
            return false;
        }
        inFlight++;
        return true;
    }

    /** Runs an effect that was announced. */
    public void run(Runnable effect) {
        executor.execute(effect);
    }

    /** To be called once for each {@link #begin}, when its result is recorded or dropped. */
    public synchronized void ended() {
        inFlight--;
        notifyAll();
    }

    /** From now on no effect may start. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Whether no effect may start any more. */
    public synchronized boolean stopped() {
        return stopped;
    }

    /** Waits until the result of every effect is recorded or dropped; false when the time is over. */
    public synchronized boolean awaitQuiet(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (inFlight > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    @Override
    public String toString() {
        return "effects";
    }
}
