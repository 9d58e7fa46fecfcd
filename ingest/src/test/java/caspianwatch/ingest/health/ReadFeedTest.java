package caspianwatch.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.FeedStatus.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which state follows from what is known of a feed that answers. */
final class ReadFeedTest {
    private static final Instant NOW = Posts.at(21 * 24 + 17);
    private static final URI URL = URI.create("https://harbour.example/rss");

    private static Document document(int entries, int earlier, @Nullable Instant lastNew) {
        return new Document(URL, 200, 5_000, entries, 0, earlier, lastNew, Duration.ofMinutes(10));
    }

    private static Track dated(Track track, int entries) {
        return track.with(0, entries, NOW.minus(Duration.ofHours(2)), false);
    }

    @Test
    void aFeedThatBroughtSomethingLatelyIsOk() {
        var verdict = ReadFeed.verdict(document(24, 24, NOW.minus(Duration.ofHours(1))),
                dated(Posts.track(21, Posts::office), 24), NOW);

        assertThat(verdict.state()).isEqualTo(State.OK);
        assertThat(verdict.reason()).isEqualTo("200, 24 entries, 0 new");
        assertThat(verdict.advice()).isNull();
    }

    @Test
    void aSilenceThatIsUsualIsQuiet() {
        Instant monday = Posts.at(21 * 24 + 7);
        var track = Posts.going(Posts.track(21, Posts::office), 21 * 24, 21 * 24 + 7, Posts::office);
        var verdict = ReadFeed.verdict(document(24, 24, Posts.at(18 * 24 + 18)), dated(track, 24), monday);

        assertThat(verdict.state()).isEqualTo(State.QUIET);
        assertThat(verdict.reason()).isEqualTo("200, nothing new for 2 days, usual here");
    }

    @Test
    void aSilenceThatIsImprobableIsSilentAndSaysHowMuch() {
        var hourly = Posts.going(Posts.track(21, _ -> true), 21 * 24, 21 * 24 + 17, _ -> false);
        var verdict = ReadFeed.verdict(document(24, 24, Posts.at(21 * 24)), dated(hourly, 24), NOW);

        assertThat(verdict.state()).isEqualTo(State.SILENT);
        assertThat(verdict.reason())
                .matches("200 and 24 entries, nothing new for 17 h; chance of such a silence 1 in [0-9,]+");
        assertThat(verdict.advice()).startsWith("Look at the site");
    }

    @Test
    void aSilenceNoLongerThanOneBeforeIsNotSilent() {
        // Every third day it says nothing: improbable by the hour, usual for this feed.
        var track = Posts.track(21, hour -> hour / 24 % 3 != 2);
        Instant now = Posts.at(21 * 24);
        var verdict = ReadFeed.verdict(document(24, 24, Posts.at(20 * 24)), dated(track, 24), now);

        assertThat(verdict.state()).isEqualTo(State.QUIET);
    }

    @Test
    void aRhythmThatIsNotLearnedYetRaisesNoAlarm() {
        var track = Posts.going(Posts.track(3, _ -> true), 72, 72 + 40, _ -> false);
        var verdict = ReadFeed.verdict(document(24, 24, Posts.at(72)), dated(track, 24), Posts.at(72 + 40));

        assertThat(verdict.state()).isEqualTo(State.QUIET);
        assertThat(verdict.reason()).endsWith("its rhythm is not known yet (4 of 7 days)");
    }

    @Test
    void aFeedThatNeverHadAnEntryIsAZombie() {
        var verdict = ReadFeed.verdict(document(0, 0, null), Track.NONE.with(1, 0, null, false), NOW);

        assertThat(verdict.state()).isEqualTo(State.ZOMBIE);
        assertThat(verdict.reason()).isEqualTo("200 and 0 entries");
    }

    @Test
    void anEmptyDocumentOnceIsASlipAndTwiceAZombie() {
        assertThat(ReadFeed.verdict(document(0, 24, NOW), Track.NONE.with(1, 0, null, false), NOW).state())
                .isEqualTo(State.QUIET);
        assertThat(ReadFeed.verdict(document(0, 24, NOW), Track.NONE.with(2, 0, null, false), NOW).state())
                .isEqualTo(State.ZOMBIE);
    }

    @Test
    void aFeedWhoseNewestEntryIsYearsOldIsAZombie() {
        var old = Track.NONE.with(0, 10, Instant.parse("2016-03-09T00:00:00Z"), false);
        var verdict = ReadFeed.verdict(document(10, 10, NOW), old, NOW);

        assertThat(verdict.state()).isEqualTo(State.ZOMBIE);
        assertThat(verdict.reason()).isEqualTo("200 and 10 entries, newest from March 2016");
    }

    @Test
    void entriesWithoutADateAreSaidToBeUndated() {
        var verdict = ReadFeed.verdict(document(107, 107, NOW), Track.NONE.with(0, 0, null, false), NOW);

        assertThat(verdict.state()).isEqualTo(State.UNDATED);
        assertThat(verdict.reason()).isEqualTo("107 entries without a date; first-seen time is used");
    }

    @Test
    void aLossCountsForSixHours() {
        var lossy = dated(Posts.track(8, _ -> true).after(new Track.Reading(List.of(NOW), true, NOW)), 24);

        assertThat(ReadFeed.verdict(document(24, 24, NOW), lossy, NOW.plus(Duration.ofHours(2))).state())
                .isEqualTo(State.LOSSY);
        assertThat(ReadFeed.verdict(document(24, 24, NOW.plus(Duration.ofHours(7))), lossy,
                NOW.plus(Duration.ofHours(7))).state()).isEqualTo(State.OK);
    }

    @Test
    void aPermanentRedirectIsMovedAndSaysWhere() {
        var moved = dated(Track.NONE, 24).moved(URI.create("https://harbour.example/new.xml"), NOW);
        var verdict = ReadFeed.verdict(document(24, 24, NOW), moved, NOW);

        assertThat(verdict.state()).isEqualTo(State.MOVED);
        assertThat(verdict.reason()).isEqualTo("moved to /new.xml since 23 Mar; confirm the new address");
        assertThat(verdict.advice()).isEqualTo("Set the address to https://harbour.example/new.xml.");
    }

    @Test
    void titlesAloneAndPlainHttpAreEvidenceNotAState() {
        var plain = new Document(URI.create("http://harbour.example/rss"), 200, 5_000, 24, 1, 24, NOW,
                Duration.ofMinutes(10));
        var verdict = ReadFeed.verdict(plain, Track.NONE.with(0, 24, NOW, true), NOW);

        assertThat(verdict.state()).isEqualTo(State.OK);
        assertThat(verdict.evidence()).containsExactly("titles only: no body text in this feed",
                "plain HTTP: no proof of origin, treat as a lead");
    }

    @Test
    void aFeedOfThisMachineNeedsNoProofOfOrigin() {
        var plain = new Document(URI.create("http://127.0.0.1:8123/rss"), 200, 5_000, 24, 1, 24, NOW,
                Duration.ofMinutes(10));

        assertThat(ReadFeed.verdict(plain, Track.NONE.with(0, 24, NOW, false), NOW).evidence()).isEmpty();
    }
}
