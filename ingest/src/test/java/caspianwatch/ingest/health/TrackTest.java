package caspianwatch.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import caspianwatch.contract.FeedStatus.History;
import caspianwatch.contract.FeedStatus.Rhythm;
import caspianwatch.contract.Json;
import caspianwatch.ingest.health.Track.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is learned of a feed's rhythm. */
final class TrackTest {
    @Test
    void aFeedOfOneArticleAnHourIsLearnedAsSuch() {
        var rhythm = rhythm(Posts.track(14, _ -> true), Posts.at(14 * 24));

        assertThat(rhythm.perDay()).isBetween(23.0, 25.0);
        assertThat(rhythm.daysLearned()).isEqualTo(14);
        assertThat(rhythm.silenceOneIn()).isNull();
    }

    @Test
    void aSilentNightIsUsualForAFeedOfOfficeHours() {
        // Monday of the fourth week, 07:00: nothing since Friday 18:00.
        var track = Posts.track(21, Posts::office);
        track = Posts.going(track, 21 * 24, 21 * 24 + 7, Posts::office);

        assertThat(track.chanceOfSilence(Posts.at(21 * 24 + 7))).isGreaterThan(0.02);
    }

    @Test
    void aSilentWorkingDayIsImprobableForIt() {
        var track = Posts.going(Posts.track(21, Posts::office), 21 * 24, 21 * 24 + 17, _ -> false);

        assertThat(track.chanceOfSilence(Posts.at(21 * 24 + 17))).isLessThan(0.002);
        assertThat(rhythm(track, Posts.at(21 * 24 + 17)).silenceOneIn()).isGreaterThan(500);
    }

    @Test
    void theLongestGapThatItCameBackFromIsRemembered() {
        var rhythm = rhythm(Posts.track(21, Posts::office), Posts.at(21 * 24));

        assertThat(rhythm.longestGapHours()).isBetween(55, 64);
    }

    @Test
    void theDatesOfAFirstDocumentAlreadyTellTheRhythm() {
        Instant now = Posts.at(10 * 24);
        List<@Nullable Instant> dates = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            dates.add(now.minus(Duration.ofHours(4L * i)));
        }

        var track = Track.NONE.after(new Reading(dates, false, now));

        assertThat(rhythm(track, now).perDay()).isBetween(5.0, 7.0);
        assertThat(rhythm(track, now).daysLearned()).isBetween(8, 10);
        assertThat(history(track, now).counts()).hasSize(28).allMatch(count -> count >= 0);
    }

    @Test
    void oneEntryThatIsKeptForYearsDoesNotStretchTheRhythm() {
        Instant now = Posts.at(10 * 24);
        List<@Nullable Instant> dates = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            dates.add(now.minus(Duration.ofHours(i)));
        }
        dates.add(now.minus(Duration.ofDays(3_000)));

        assertThat(rhythm(Track.NONE.after(new Reading(dates, false, now)), now).perDay()).isGreaterThan(20);
    }

    @Test
    void whatWasNotSeenIsAGapAndIsFilledWhenItIsReadAgain() {
        var track = Posts.track(8, _ -> true);
        Instant later = Posts.at(9 * 24);

        assertThat(history(track, later).counts().subList(25, 28)).containsOnly(-1);

        List<@Nullable Instant> missed = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            missed.add(Posts.at(8 * 24 + i).minusSeconds(60));
        }
        var again = track.after(new Reading(missed, false, later));
        assertThat(history(again, later).counts()).allMatch(count -> count >= 0);
    }

    @Test
    void aPollThatSharesNothingLeavesAHoleAndIsCounted() {
        var track = Posts.track(8, _ -> true).after(new Reading(List.of(), true, Posts.at(9 * 24)));
        var again = track.after(new Reading(List.of(), true, Posts.at(9 * 24 + 1)));

        assertThat(history(track, Posts.at(9 * 24)).counts()).contains(-1);
        assertThat(again.loss()).isEqualTo(new Track.Loss(Posts.at(9 * 24 + 1), 2));
    }

    @Test
    void aMoveHasAFirstDayAndEndsWithTheRedirect() {
        var to = URI.create("https://new.example/rss");
        var first = Track.NONE.moved(to, Posts.at(0));

        assertThat(first.moved(to, Posts.at(5)).move()).isEqualTo(new Track.Move(to, Posts.at(0)));
        assertThat(first.moved(null, Posts.at(6)).move()).isNull();
    }

    @Test
    void isKeptInAFewKilobytesAndReadBackTheSame() {
        var track = Posts.track(21, Posts::office);
        String written = Json.write(track);
        var read = Json.read(written, Track.class);
        Instant now = Posts.at(21 * 24);

        assertThat(written.length()).isLessThan(2_500);
        assertThat(rhythm(read, now).perDay()).isCloseTo(rhythm(track, now).perDay(), within(0.1));
        assertThat(rhythm(read, now).daysLearned()).isEqualTo(rhythm(track, now).daysLearned());
        assertThat(history(read, now)).isEqualTo(history(track, now));
    }

    private static Rhythm rhythm(Track track, Instant now) {
        return Objects.requireNonNull(track.rhythmAt(now), "never read");
    }

    private static History history(Track track, Instant now) {
        return Objects.requireNonNull(track.historyAt(now), "never read");
    }
}
