package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.fetch.FetchResult.Wishes;
import caspianwatch.ingest.health.Track;
import caspianwatch.ingest.parse.Pace;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
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
            assertThat(next(feed(i, Duration.ofMinutes(10)), Track.NONE, Wishes.NONE)).isBetween(NOW.plusSeconds(540),
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

    private static Instant next(Feed feed, Track track, Wishes wishes) {
        return PollSchedule.next(feed, 20, track, wishes, NOW);
    }

    /** Three weeks of hourly polls, ending now, of a feed that brings something in these hours of the day. */
    private static Track weeks(int perHour, IntPredicate hours) {
        Track track = Track.NONE;
        for (Instant at = NOW.minus(Duration.ofDays(21)); !at.isAfter(NOW); at = at.plus(Duration.ofHours(1))) {
            boolean brings = hours.test(at.atZone(ZoneOffset.UTC).getHour());
            Instant date = at.minusSeconds(60);
            track = track.after(new Track.Reading(brings ? Collections.nCopies(perHour, date) : List.of(), false, at));
        }
        return track;
    }

    private static Wishes fresh(Duration time) {
        return new Wishes(time, Pace.UNSAID);
    }

    private static Wishes every(Duration time) {
        return new Wishes(null, new Pace(time, List.of(), List.of()));
    }

    private static long minutes(Instant due) {
        return Duration.between(NOW, due).toMinutes();
    }

    @Test
    void aBusyFeedIsAskedMoreOftenAndASlowOneLess() {
        var feed = feed(1, Duration.ofMinutes(20));

        assertThat(minutes(next(feed, weeks(30, _ -> true), Wishes.NONE))).isBetween(4L, 5L);
        assertThat(minutes(next(feed, weeks(1, hour -> hour == 20), Wishes.NONE))).isBetween(53L, 66L);
    }

    @Test
    void theSameFeedIsAskedMoreOftenInItsBusyHours() {
        var feed = feed(1, Duration.ofMinutes(20));

        Instant morning = next(feed, weeks(2, hour -> hour >= 4 && hour < 9), Wishes.NONE);
        Instant evening = next(feed, weeks(2, hour -> hour >= 14 && hour < 19), Wishes.NONE);

        assertThat(minutes(morning)).isLessThan(25);
        assertThat(minutes(evening)).isGreaterThan(45);
    }

    @Test
    void eachLossHalvesTheIntervalWhateverThePublisherWishes() {
        var feed = feed(1, Duration.ofMinutes(20));
        Track once = Track.NONE.after(new Track.Reading(List.of(NOW), true, NOW));
        Track twice = once.after(new Track.Reading(List.of(NOW), true, NOW));

        assertThat(minutes(next(feed, once, every(Duration.ofHours(1))))).isBetween(8L, 11L);
        assertThat(minutes(next(feed, twice, Wishes.NONE))).isBetween(4L, 5L);
    }

    @Test
    void theWishesOfServerAndDocumentLengthenTheInterval() {
        var feed = feed(1, Duration.ofMinutes(10));

        assertThat(minutes(next(feed, Track.NONE, fresh(Duration.ofMinutes(30))))).isBetween(26L, 33L);
        assertThat(minutes(next(feed, Track.NONE, every(Duration.ofMinutes(40))))).isBetween(35L, 44L);
        assertThat(minutes(next(feed, Track.NONE, fresh(Duration.ofMinutes(2))))).isBetween(8L, 11L);
    }

    @Test
    void aWishThatTheFeedItselfBeliesHoldsNoLongerThanItsRhythm() {
        var feed = feed(1, Duration.ofMinutes(10));

        assertThat(minutes(next(feed, Track.NONE, every(Duration.ofDays(1))))).isBetween(53L, 66L);
        assertThat(minutes(next(feed, weeks(6, _ -> true), every(Duration.ofDays(1))))).isBetween(3L, 6L);
        assertThat(minutes(next(feed, weeks(1, hour -> hour == 20), every(Duration.ofHours(8)))))
                .isBetween(430L, 530L);
    }

    @Test
    void noPollInTheHoursAndOnTheDaysThatTheDocumentExcludes() {
        var feed = feed(1, Duration.ofMinutes(10)); // now is a Saturday, 06:00
        var hours = new Wishes(null, new Pace(null, List.of(6, 7), List.of()));
        var days = new Wishes(null, new Pace(null, List.of(), List.of(DayOfWeek.SATURDAY)));
        var all = new Wishes(null, new Pace(null, List.of(), List.of(DayOfWeek.values())));

        assertThat(minutes(next(feed, Track.NONE, hours))).isBetween(128L, 131L);
        assertThat(minutes(next(feed, Track.NONE, days))).isBetween(18 * 60L, 18 * 60L + 11);
        assertThat(minutes(next(feed, Track.NONE, all))).isLessThan(12);
    }

    @Test
    void aFeedOfLessThanAMinuteIsOurOwnAndKeepsItsInterval() {
        var feed = feed(1, Duration.ofSeconds(5));

        assertThat(next(feed, weeks(1, hour -> hour == 20), every(Duration.ofHours(8))))
                .isBetween(NOW.plusMillis(4_500), NOW.plusMillis(5_500));
    }
}
