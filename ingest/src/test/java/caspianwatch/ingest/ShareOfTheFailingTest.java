package caspianwatch.ingest;

import static caspianwatch.contract.Topics.FEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.ingest.fetch.FetchResult;
import caspianwatch.ingest.fetch.FetchResult.Failed;
import caspianwatch.ingest.fetch.FetchResult.Origin;
import caspianwatch.runtime.Effects;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.due.DueWorks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forty feeds whose servers hang, eight places: the feeds that answer still get theirs. */
final class ShareOfTheFailingTest {
    private static final int PLACES = 8;
    private static final Instant START = Instant.parse("2026-03-07T06:00:00Z");

    private final List<Runnable> underWay = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean hanging;
    private boolean paused;
    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void whatFailedBeforeTakesHalfOfThePlacesAtMost() {
        FeedFetcher fetcher = (feed, _) -> {
            asked.add(feed.host());
            return feed.host().startsWith("hangs") ? new Failed(0, "timeout", "no complete answer") : read(feed);
        };
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).streams("test");
        settings.put(Effects.CONFIG, Effects.on(effect -> {
            if (hanging) {
                underWay.add(effect);
            } else {
                effect.run();
            }
        }));
        try (var telemetry = new Telemetry();
                var driver = new TopologyTestDriver(IngestTopology.build(fetcher,
                        new DueWorks.Limits(PLACES, Duration.ZERO), () -> paused, telemetry), settings, START)) {
            var feeds = driver.createInputTopic(FEEDS.name(), FEEDS.keys().serializer(), FEEDS.values().serializer());
            IntStream.range(0, 40).mapToObj(i -> feed("hangs" + i + ".example"))
                    .forEach(feed -> feeds.pipeInput(feed.key(), feed));
            IntStream.range(0, 40).mapToObj(i -> feed("answers" + i + ".example"))
                    .forEach(feed -> feeds.pipeInput(feed.key(), feed));
            for (int second = 0; second < 60; second++) {
                driver.advanceWallClockTime(Duration.ofSeconds(1));
            }
            assertThat(asked).hasSize(80);

            paused = true;
            driver.advanceWallClockTime(Duration.ofHours(3));
            paused = false;
            hanging = true;
            driver.advanceWallClockTime(Duration.ofSeconds(2));

            asked.clear();
            assertThat(underWay).hasSize(PLACES);
            underWay.forEach(Runnable::run);
            assertThat(asked).filteredOn(host -> host.startsWith("hangs")).hasSizeLessThanOrEqualTo(PLACES / 2);
            assertThat(asked).filteredOn(host -> host.startsWith("answers")).hasSizeGreaterThanOrEqualTo(PLACES / 2);
        }
    }

    private static FetchResult read(Feed feed) {
        return new FetchResult.Fetched(200, FetchResult.Validators.NONE, 1_000, new Origin(feed.url(), null, null),
                new FetchResult.Head("rss", null, null), List.of(), List.of());
    }

    private static Feed feed(String host) {
        var url = URI.create("https://" + host + "/rss");
        return new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                Duration.ofMinutes(10), true, null);
    }
}
