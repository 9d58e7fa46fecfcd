package caspianwatch.app.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a cache: a demo of its own runs until it has told an alert, and the JVM writes down what that took. */
final class Rehearsal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration TO_CLEAR_AWAY = Duration.ofSeconds(1);
    private static final String MAIN = "caspianwatch.app.cli.Main";

    private final Path folder;
    private final Build build;
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean closed;
    private @Nullable Process process;

    /** @param folder is made, and deleted in the end; the cache stands beside it */
    Rehearsal(Path folder, Build build) {
        this.folder = folder;
        this.build = build;
    }

    /** The finished cache; empty where it was given up or did not work, which the log then says. To be called once. */
    Optional<Path> cache() throws IOException {
        boolean made = false;
        try {
            delete(folder);
            Files.createDirectories(folder);
            Path recorded = folder.resolve("recorded");
            Path cache = folder.resolveSibling("made.aot");
            made = runs("record", List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded),
                    List.of(MAIN, "demo", "--rehearse", "--port", "0", "--data", folder.resolve("demo").toString()))
                    && runs("create", List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recorded,
                            "-XX:AOTCache=" + cache), List.of());
            return made ? Optional.of(cache) : Optional.empty();
        } finally {
            // What a failure said is kept.
            delete(made || isClosed() ? folder : folder.resolve("demo"));
            over.countDown();
        }
    }

    private boolean runs(String step, List<String> options, List<String> arguments) throws IOException {
        Path said = folder.resolve(step + ".log");
        var builder = new ProcessBuilder(build.command(options, arguments)).redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CASPIAN_") || name.startsWith("KAFKA_")
                || name.equals("JDK_JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        Process started = start(builder);
        if (started == null) {
            return false;
        }
        try {
            boolean ended = started.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
            if (ended && started.exitValue() == 0) {
                return true;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        started.destroyForcibly();
        if (!isClosed()) {
            log.info("the next start is no quicker than this one: {} has the cause", said);
        }
        return false;
    }

    private synchronized @Nullable Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            return null;
        }
        process = builder.start();
        return process;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Gives it up, and waits until it is cleared away. */
    @Override
    public void close() {
        giveUp();
        try {
            boolean cleared = over.await(TO_CLEAR_AWAY.toMillis(), TimeUnit.MILLISECONDS);
            log.debug("the rehearsal was given up, cleared away: {}", cleared);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void giveUp() {
        closed = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Rehearsal::deleteOne);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
