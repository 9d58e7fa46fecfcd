package caspianwatch.app.quickstart;

import caspianwatch.runtime.Lifecycle;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cache of a data folder: {@code aot/caspianwatch.aot}, and beside it what it is good for. */
public final class StartCache {
    /** The launcher names the file that it hands, or would hand, to the JVM. */
    private static final String FILE = "caspianwatch.start.cache";
    /** Two JVMs have to live here for half a minute. */
    private static final long MEMORY = 2_000_000_000L;
    private static final Logger log = LoggerFactory.getLogger(StartCache.class);

    private final Path file;
    private final Path label;
    private final Build build;

    private StartCache(Path file, Build build) {
        this.file = file;
        this.label = file.resolveSibling(file.getFileName() + ".for");
        this.build = build;
    }

    /** Begins to make the cache where it is missing or of another build; closing what this returns gives that up at once. */
    public static AutoCloseable makeWhereMissing() {
        var making = new Lifecycle();
        String file = System.getProperty(FILE);
        if (file != null && memory() >= MEMORY) {
            var cache = new StartCache(Path.of(file).toAbsolutePath(), Build.running());
            if (!cache.isGood()) {
                var rehearsal = making.add("rehearsal",
                        new Rehearsal(cache.file.resolveSibling("rehearsal"), cache.build));
                Thread.ofPlatform().daemon().name("start cache").start(() -> cache.make(rehearsal));
            }
        }
        return making;
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private boolean isGood() {
        try {
            return Files.exists(file) && Files.readString(label).equals(build.describe());
        } catch (IOException _) {
            return false;
        }
    }

    private void make(Rehearsal rehearsal) {
        try {
            // Without its label a cache is made anew, so whatever ends this half-way leaves nothing wrong.
            Files.deleteIfExists(label);
            Optional<Path> made = rehearsal.cache();
            if (made.isPresent()) {
                Files.move(made.get(), file, StandardCopyOption.ATOMIC_MOVE);
                Files.writeString(label, build.describe());
                log.info("the next start is quicker: {} is made", file);
            }
        } catch (IOException e) {
            log.info("the next start is no quicker than this one: {}", e.toString());
        }
    }
}
