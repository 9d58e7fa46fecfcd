package caspianwatch.web.desk;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One who follows the live line. Events wait in a bounded queue for the one thread that writes to the connection; who
 * does not keep up is sent away and may come back to where he was.
 */
final class LiveReader {
    static final int WAITING = 256;

    private final String address;
    private final BlockingQueue<LiveEvent> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean ended;

    LiveReader(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    void tell(LiveEvent event) {
        if (!ended && !queue.offer(event)) {
            end();
        }
    }

    /** The next event; null where none came in this time, or the reader was sent away. */
    @Nullable
    LiveEvent next(long millis) throws InterruptedException {
        return ended ? null : queue.poll(millis, TimeUnit.MILLISECONDS);
    }

    void end() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }
}
