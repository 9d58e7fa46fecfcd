package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.Telemetry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The services of this process from their start to their end, whoever asks for it: a signal, or one that stops by itself. */
final class Running {
    private static final Duration STOP_WITHIN = Duration.ofMillis(9_500);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);
    private static final String AS_ASKED = "";

    private final Lifecycle lifecycle = new Lifecycle();
    private final Telemetry telemetry = lifecycle.add("telemetry", new Telemetry());
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final PrintStream err;
    /** So that nobody takes a process for ready of which only the first parts have started. */
    private final AutoCloseable starting = lifecycle.add("start", telemetry.check("start",
            () -> new Telemetry.Readiness(false, "not every part has started")));

    private Running(PrintStream err) {
        this.err = err;
    }

    /** What starts services and hands each over as soon as it runs. */
    @FunctionalInterface
    interface Starting {
        void start(Running running) throws StartException, InterruptedException;
    }

    /** Starts, waits until it is over, stops: 0 after a signal or {@link #end}, 1 where a service ended by itself. */
    @SuppressWarnings("SystemOut")
    static int untilStopped(Starting starting) throws StartException {
        var running = new Running(System.err);
        var hook = new Thread(running::onSignal, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            starting.start(running);
            running.started();
            String who = running.ended.get();
            if (who.equals(AS_ASKED)) {
                return 0;
            }
            running.err.println(
                    "caspianwatch: " + who + " stopped by itself and the process with it; the log has the cause");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            running.stop();
        }
        return Main.FAILED;
    }

    /** From now on the parts' own word counts. */
    private void started() {
        try {
            starting.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Telemetry telemetry() {
        return telemetry;
    }

    /** Takes a service into care: it is stopped with the process, and its own end is the end of the process. */
    <S extends Service> S add(S service) {
        lifecycle.add(service.name(), service);
        Thread.ofVirtual().name("watch " + service.name()).start(() -> {
            try {
                service.awaitStop();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (!stopping.get()) {
                ended.complete(service.name());
            }
        });
        return service;
    }

    /** Takes something else into care that is stopped with the process. */
    <T extends AutoCloseable> T add(String name, T resource) {
        return lifecycle.add(name, resource);
    }

    /** Waits until every part says that it is ready; the time-out's message names those that are not. */
    void awaitReady(Duration atMost) throws StartException, InterruptedException {
        started();
        long until = System.nanoTime() + atMost.toNanos();
        while (!notReady().isEmpty()) {
            if (System.nanoTime() > until) {
                throw new StartException("not ready after " + atMost.toSeconds() + " s: " + notReady());
            }
            if (isOver(LOOK_AGAIN)) {
                throw new StartException(ended.join() + " stopped while it started; the log has the cause");
            }
        }
    }

    /** Asks for the stop of everything. */
    void end() {
        ended.complete(AS_ASKED);
    }

    /** Waits for so long; whether it is over by then. */
    boolean isOver(Duration atMost) throws InterruptedException {
        try {
            ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String notReady() {
        return telemetry.readiness().entrySet().stream().filter(part -> !part.getValue().ready())
                .map(part -> part.getKey() + " (" + part.getValue().detail() + ")").collect(Collectors.joining(", "));
    }

    /** A process that a signal ends would report that signal; a stop as asked reports 0. */
    private void onSignal() {
        if (stopping.get()) {
            return;
        }
        var closing = Thread.ofPlatform().daemon().name("closing").start(this::stop);
        boolean inTime;
        try {
            inTime = closing.join(STOP_WITHIN);
        } catch (InterruptedException _) {
            inTime = false;
        }
        if (!inTime) {
            err.println("caspianwatch: not everything stopped within " + STOP_WITHIN.toSeconds()
                    + " s; what had not been recorded will be done again at the next start");
        }
        Runtime.getRuntime().halt(inTime ? 0 : Main.FAILED);
    }

    private void stop() {
        stopping.set(true);
        lifecycle.close();
    }
}
