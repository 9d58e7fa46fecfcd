package caspianwatch.runtime;

import io.micrometer.core.instrument.Gauge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The free space below which nothing new is taken in, because a broker that finds its disk full halts, and with it what
 * would have made room. It ends by itself a tenth above the floor, or 64 MiB where that is less.
 *
 * <p>It is measured as {@code cw_disk_free_bytes} and {@code cw_ingest_paused{reason="disk"}}.
 */
public final class DiskFloor {
    private static final Logger log = LoggerFactory.getLogger(DiskFloor.class);
    /** Asking the file system at every tick would be asking too often. */
    private static final Duration ANSWER_HOLDS = Duration.ofSeconds(1);
    private static final int MEBI = 1 << 20;
    private static final long MOST_ABOVE = 64L * MEBI;

    private final Path folder;
    private final long floor;
    private final LongSupplier free;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean reached;

    /** @param floorMib mebibytes that must stay free where the folder lies; 0 for no floor */
    public DiskFloor(Path folder, int floorMib, Telemetry telemetry) {
        this(folder, floorMib, () -> existing(folder).toFile().getUsableSpace(), Clock.systemUTC(), telemetry);
    }

    /** One that asks {@code free} for the bytes that are left. */
    public DiskFloor(Path folder, int floorMib, LongSupplier free, Clock clock, Telemetry telemetry) {
        this.folder = folder;
        this.floor = (long) floorMib * MEBI;
        this.free = free;
        this.clock = clock;
        Gauge.builder("cw_disk_free_bytes", free::getAsLong).description("Free space where the data lie")
                .register(telemetry.registry());
        Gauge.builder("cw_ingest_paused", () -> reached() ? 1 : 0).tag("reason", "disk")
                .description("1 while no feed is asked").register(telemetry.registry());
    }

    /** Whether nothing new may be taken in now. */
    public synchronized boolean reached() {
        Instant now = clock.instant();
        if (floor == 0 || now.isBefore(asked.equals(Instant.MIN) ? now : asked.plus(ANSWER_HOLDS))) {
            return reached;
        }
        asked = now;
        long left = free.getAsLong();
        boolean before = reached;
        reached = left < (before ? floor + Math.min(floor / 10, MOST_ABOVE) : floor);
        if (reached && !before) {
            log.warn("disk floor reached: {} MiB free at {}, {} must stay free; no feed is asked until there is room",
                    left / MEBI, folder, floor / MEBI);
        } else if (before && !reached) {
            log.info("{} MiB free at {} again; feeds are asked again", left / MEBI, folder);
        }
        return reached;
    }

    /** For the checks of readiness: how much is left, and what waits for more. */
    public Telemetry.Readiness readiness() {
        boolean now = reached();
        long left = free.getAsLong() / MEBI;
        return new Telemetry.Readiness(!now, now
                ? "feeds are not asked: " + left + " MiB free at " + folder + ", " + floor / MEBI + " must stay free"
                : left + " MiB free");
    }

    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
