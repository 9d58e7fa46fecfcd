package caspianwatch.processor;

import static caspianwatch.processor.Newsroom.article;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Alert;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.contract.TaggedArticle.Origin;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorTopologyTest {
    /** Made and closed on one thread, for the driver locks its folder by thread. */
    @AutoClose
    private final Newsroom newsroom;

    ProcessorTopologyTest(@TempDir Path folder) {
        newsroom = new Newsroom(folder);
    }

    @Test
    void tagsAnArticleAsItArrives() {
        var article = article("a1", 1, "A drill off Baku");

        newsroom.read(article);

        assertThat(newsroom.tagged()).singleElement().satisfies(tagged -> {
            assertThat(tagged.article()).isEqualTo(article);
            assertThat(tagged.language()).isEqualTo("en");
            assertThat(tagged.has("naval-exercise")).isTrue();
            assertThat(tagged.storyId()).isNull();
            assertThat(tagged.taxonomyVersion()).isEqualTo("7");
            assertThat(tagged.origin()).isEqualTo(Origin.LIVE);
            assertThat(tagged.tagged()).isEqualTo(Newsroom.NOW);
        });
    }

    @Test
    void dropsAnArticleThatIsTheSameAgain() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 1, "A drill"));

        assertThat(newsroom.tagged()).hasSize(1);
    }

    @Test
    void passesARevisedArticle() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "A longer drill"));

        assertThat(newsroom.tagged()).extracting(tagged -> tagged.article().revision()).containsExactly(1, 2);
    }

    @Test
    void passesARevisionThatTakesAnEarlierWordingBack() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "No drill"));
        newsroom.read(article("a1", 3, "A drill"));

        assertThat(newsroom.tagged()).hasSize(3);
    }

    @Test
    void dropsEveryRevisionWhenTheTopicIsReadFromItsStartAgain() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "A longer drill"));
        newsroom.tagged();

        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "A longer drill"));

        assertThat(newsroom.tagged()).isEmpty();
    }

    @Test
    void passesOverATombstone() {
        newsroom.readTombstone("a1");
        newsroom.read(article("a1", 1, "A drill"));

        assertThat(newsroom.tagged()).hasSize(1);
    }

    @Test
    void goesOnAfterAnArticleThatCannotBeTagged() {
        newsroom.subscribe("drill");

        newsroom.read(article("a1", 1, "poison drill"));
        newsroom.read(article("a2", 1, "A drill"));

        assertThat(newsroom.tagged()).extracting(tagged -> tagged.article().id()).containsExactly("a2");
        assertThat(newsroom.alerts()).hasSize(1);
    }

    @Test
    void raisesNoAlertWhenNothingMatches() {
        newsroom.subscribe("submarine");

        newsroom.read(article("a1", 1, "A drill"));

        assertThat(newsroom.alerts()).isEmpty();
        assertThat(newsroom.tagged()).hasSize(1);
    }

    @Test
    void raisesAnAlertForEachSubscriptionThatMatchesUnderItsId() {
        newsroom.subscribe("drill", "Baku", "submarine");

        newsroom.read(article("a1", 1, "A drill off Baku"));

        assertThat(newsroom.alertKeys()).containsExactly("for-drill", "for-Baku");
    }

    @Test
    void saysInTheAlertWhatMatchedAndWhy() {
        newsroom.subscribe("drill");

        newsroom.read(article("a1", 1, "A drill"));

        TaggedArticle tagged = newsroom.tagged().getFirst();
        assertThat(newsroom.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo(Alert.idOf("for-drill", tagged));
            assertThat(alert.subscriptionName()).isEqualTo("All about drill");
            assertThat(alert.query()).isEqualTo("drill");
            assertThat(alert.article()).isEqualTo(tagged);
            assertThat(alert.reasons()).containsExactly("has drill");
            assertThat(alert.raised()).isEqualTo(Newsroom.NOW);
        });
    }

    @Test
    void isSilentOnARevisionThatMatchesAgain() {
        newsroom.subscribe("drill");

        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "A longer drill"));

        assertThat(newsroom.alerts()).hasSize(1);
    }

    @Test
    void raisesAnAlertForARevisionThatMatchesForTheFirstTime() {
        newsroom.subscribe("drill", "Baku");

        newsroom.read(article("a1", 1, "A drill"));
        newsroom.read(article("a1", 2, "A drill off Baku"));

        assertThat(newsroom.alertKeys()).containsExactly("for-drill", "for-Baku");
    }

    @Test
    void findsTagsAnewForAReplayAndNeverAlerts() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.tagged();
        newsroom.subscribe("drill");

        newsroom.replay(article("a1", 1, "A drill"));
        newsroom.replay(article("a2", 1, "A drill of long ago"));

        assertThat(newsroom.tagged()).extracting(TaggedArticle::origin).containsExactly(Origin.REPLAY, Origin.REPLAY);
        assertThat(newsroom.alerts()).isEmpty();
    }

    @Test
    void remembersAnArticleForFortyDaysAndForgetsItInTime() {
        newsroom.subscribe("drill");
        newsroom.read(article("a1", 1, "A drill"));

        newsroom.after(Duration.ofDays(40));
        newsroom.read(article("a2", 1, "Another drill"));
        assertThat(newsroom.remembered(FirstSeen.STORE)).isEqualTo(2);
        assertThat(newsroom.remembered(MatchSubscriptions.STORE)).isEqualTo(2);

        newsroom.after(Duration.ofDays(6));
        assertThat(newsroom.remembered(FirstSeen.STORE)).isEqualTo(1);
        assertThat(newsroom.remembered(MatchSubscriptions.STORE)).isEqualTo(1);
    }

    @Test
    void remembersAnArticleForAsLongAsItsFeedRepeatsIt() {
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.after(Duration.ofDays(40));
        newsroom.read(article("a1", 1, "A drill"));
        newsroom.after(Duration.ofDays(40));

        newsroom.read(article("a1", 1, "A drill"));

        assertThat(newsroom.tagged()).hasSize(1);
    }

    @Test
    void measuresFromZeroOn() throws Exception {
        assertThat(newsroom.telemetry.registry().scrape()).contains("cw_alerts_total 0.0", "cw_tags_assigned_total 0.0",
                "cw_tag_duration_seconds_count 0", "cw_entry_stage_seconds_count{stage=\"tag\"} 0");
        newsroom.subscribe("drill");

        newsroom.read(article("a1", 0, "A drill"));

        assertThat(newsroom.telemetry.registry().scrape()).contains("cw_alerts_total 1.0", "cw_tags_assigned_total 1.0",
                "cw_tag_duration_seconds_count 1", "cw_entry_stage_seconds_sum{stage=\"tag\"} 1.0");
    }

    @Test
    void showsTheNumberOfSubscriptionsWhileItRuns() throws Exception {
        var metrics = new ProcessorMetrics(newsroom.telemetry.registry());

        try (var gauge = metrics.subscriptions(() -> 3)) {
            assertThat(gauge).isNotNull();
            assertThat(newsroom.telemetry.registry().scrape()).contains("cw_subscriptions 3.0");
        }
        assertThat(newsroom.telemetry.registry().scrape()).doesNotContain("cw_subscriptions");
    }
}
