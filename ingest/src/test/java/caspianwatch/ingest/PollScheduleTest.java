package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");

    private static Feed feed(int number, Duration interval) {
        var url = URI.create("https://harbour" + number + ".example/rss");
        return new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B, interval,
                true, null);
    }

    @Test
    void firstPollsAreSpreadOverHalfAMinute() {
        var waits = IntStream.range(0, 300).mapToLong(
                i -> Duration.between(NOW, PollSchedule.first(feed(i, Duration.ofMinutes(10)), NOW)).toMillis())
                .summaryStatistics();

        assertThat(waits.getMin()).isBetween(0L, 1_000L);
        assertThat(waits.getMax()).isBetween(29_000L, 30_000L);
        assertThat(waits.getAverage()).isBetween(13_000.0, 17_000.0);
    }

    @Test
    void aQuickFeedIsAskedWithinASecond() {
        for (int i = 0; i < 100; i++) {
            assertThat(PollSchedule.first(feed(i, Duration.ofSeconds(5)), NOW)).isBetween(NOW, NOW.plusSeconds(1));
        }
    }

    @Test
    void thenAfterTheIntervalGiveOrTakeATenth() {
        for (int i = 0; i < 100; i++) {
            assertThat(PollSchedule.next(feed(i, Duration.ofMinutes(10)), NOW)).isBetween(NOW.plusSeconds(540),
                    NOW.plusSeconds(660));
        }
    }

    @Test
    void failuresDoubleTheIntervalUpToADayAndNeverStop() {
        var feed = feed(1, Duration.ofMinutes(10));

        assertThat(PollSchedule.afterFailure(feed, 1, NOW)).isBetween(NOW.plusSeconds(1_080), NOW.plusSeconds(1_320));
        assertThat(PollSchedule.afterFailure(feed, 3, NOW)).isBetween(NOW.plusSeconds(4_320), NOW.plusSeconds(5_280));
        assertThat(PollSchedule.afterFailure(feed, 1_000_000, NOW)).isBetween(NOW.plus(Duration.ofHours(21)),
                NOW.plus(Duration.ofHours(27)));
    }

    @Test
    void aBusyServerIsLeftAloneAsLongAsItAsksUpToAWeek() {
        var feed = feed(1, Duration.ofSeconds(10));

        assertThat(PollSchedule.afterRefusal(feed, 1, NOW.plusSeconds(7_200), NOW)).isEqualTo(NOW.plusSeconds(7_200));
        assertThat(PollSchedule.afterRefusal(feed, 1, NOW.plus(Duration.ofDays(400)), NOW))
                .isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(PollSchedule.afterRefusal(feed, 1, null, NOW)).isEqualTo(NOW.plusSeconds(600));
        assertThat(PollSchedule.afterRefusal(feed, 3, null, NOW)).isEqualTo(NOW.plusSeconds(2_400));
    }
}
