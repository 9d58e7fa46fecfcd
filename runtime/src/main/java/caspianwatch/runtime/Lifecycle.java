package caspianwatch.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been started, closed newest first. A failed start closes what it opened by closing its lifecycle. */
public final class Lifecycle implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

    private record Started(String name, AutoCloseable resource) {}

    private final Deque<Started> started = new ArrayDeque<>();
    private boolean closed;

    /** Registers a resource the moment it exists, and returns it. One that comes after the end is closed at once. */
    public synchronized <T extends AutoCloseable> T add(String name, T resource) {
        started.push(new Started(name, resource));
        if (closed) {
            close();
        }
        return resource;
    }

    /** Closes everything, newest first; one that fails is logged and does not keep the others from closing. */
    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            var next = started.pop();
            try {
                next.resource().close();
            } catch (Exception e) {
                log.warn("closing {} failed", next.name(), e);
            }
        }
    }
}
