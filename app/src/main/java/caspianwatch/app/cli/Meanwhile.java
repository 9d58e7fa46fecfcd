package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A part of the start that goes on, on a thread of its own, while others do. */
final class Meanwhile<T> {
    private final FutureTask<T> task;

    private Meanwhile(FutureTask<T> task) {
        this.task = task;
    }

    /** What is done; it may wait for other such parts. */
    @FunctionalInterface
    interface Part<T> {
        T start() throws StartException, InterruptedException;
    }

    /** Begins at once. */
    static <T> Meanwhile<T> begin(String name, Part<T> part) {
        var task = new FutureTask<>(part::start);
        Thread.ofPlatform().daemon().name("start " + name).start(task);
        return new Meanwhile<>(task);
    }

    /** What came of it, once it is there. */
    T get() throws StartException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartException said) {
                throw said;
            }
            throw new StartException("a part did not start: " + e.getCause(), e);
        }
    }
}
