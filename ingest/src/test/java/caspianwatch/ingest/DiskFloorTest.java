package caspianwatch.ingest;

import static caspianwatch.contract.Topics.FEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.runtime.DiskFloor;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up: feeds wait, the checks say why, and they go on by themselves. */
final class DiskFloorTest {
    private static final URI URL = URI.create("https://harbour.example/rss");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", null, Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);
    private static final long MIB = 1 << 20;
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");

    private final AtomicLong free = new AtomicLong(1_000 * MIB);
    private final AtomicLong millis = new AtomicLong(START.toEpochMilli());
    private final InstantSource time = () -> Instant.ofEpochMilli(millis.get());
    private final Telemetry telemetry = new Telemetry();
    private final DiskFloor floor = new DiskFloor(Path.of("data"), 256, free::get, time.withZone(ZoneOffset.UTC),
            telemetry);
    private final ScriptedFetcher fetcher = new ScriptedFetcher();
    /** Made and closed on one thread, not one a step: the driver leaves a store open that another thread locked. */
    @AutoClose
    private final TopologyTestDriver driver;

    DiskFloorTest(@TempDir Path folder) {
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(Runnable::run));
        var limits = new DueWorks.Limits(4, Duration.ZERO);
        driver = new TopologyTestDriver(IngestTopology.build(fetcher, limits, floor::reached, telemetry), settings,
                START);
        fetcher.thenItems("\"1\"", "a frigate");
        driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer())
                .pipeInput(FEED.key(), FEED);
    }

    @AfterEach
    void stop() {
        telemetry.close();
    }

    private void after(Duration time) {
        for (long passed = 0; passed < time.toSeconds(); passed += 5) {
            millis.addAndGet(5_000);
            driver.advanceWallClockTime(Duration.ofSeconds(5));
        }
    }

    private Telemetry.Readiness disk() {
        return floor.readiness();
    }

    @Test
    void noFeedIsAskedBelowTheFloorAndAllAreAgainAboveIt() {
        free.set(255 * MIB);
        after(Duration.ofHours(2));
        assertThat(fetcher.asked).isEmpty();
        assertThat(disk().ready()).isFalse();
        assertThat(disk().detail()).contains("feeds are not asked", "255 MiB free", "256 must stay free");
        assertThat(telemetry.registry().scrape()).contains("cw_disk_free_bytes 2.6738688E8",
                "cw_ingest_paused{reason=\"disk\"} 1.0");

        free.set(270 * MIB); // not yet a tenth above it
        after(Duration.ofMinutes(2));
        assertThat(fetcher.asked).isEmpty();

        free.set(300 * MIB);
        after(Duration.ofSeconds(10));
        assertThat(fetcher.asked).hasSize(1);
        assertThat(disk().ready()).isTrue();
        assertThat(telemetry.registry().scrape()).contains("cw_ingest_paused{reason=\"disk\"} 0.0");
    }

    @Test
    void aFeedThatIsRunningStopsWhenTheDiskFillsUp() {
        after(Duration.ofMinutes(1));
        assertThat(fetcher.asked).hasSize(1);

        free.set(0);
        after(Duration.ofHours(1));

        assertThat(fetcher.asked).hasSize(1);
    }
}
