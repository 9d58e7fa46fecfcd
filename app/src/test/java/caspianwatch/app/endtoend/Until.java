package caspianwatch.app.endtoend;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assertions;

/** Waits for what another thread or process brings about, and no longer than it takes. */
final class Until {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(50).toNanos();

    private Until() {}

    /** Fails where it does not hold in time. */
    static void holds(String what, Duration atMost, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                Assertions.fail("not within " + atMost.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
