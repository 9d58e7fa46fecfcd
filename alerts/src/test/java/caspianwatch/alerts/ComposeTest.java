package caspianwatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeTest {
    @Test
    void cutsTheTextTo2000CharactersAndLeavesAShortOneAlone() {
        assertThat(textOf("a".repeat(5_000))).hasSize(2_000);
        assertThat(textOf("A drill.")).isEqualTo("A drill.");
    }

    @Test
    void neverLeavesHalfASurrogatePair() {
        assertThat(textOf("a".repeat(1_999) + "\ud83d\udea2 ship")).isEqualTo("a".repeat(1_999));
    }

    @Test
    void staysUnder20KilobytesWhateverTheArticleHolds() {
        var longWords = new Evidence("naval-exercise", Evidence.Field.TEXT, 0, 5_000, "\u0001".repeat(5_000),
                "\u0001".repeat(5_000), 1);
        var alert = Samples.alert("a1", "\u0001".repeat(9_000), "\u0001".repeat(60_000),
                Collections.nCopies(500, longWords));

        Notification notification = Compose.notification("ntf_1", alert);

        assertThat(Json.write(notification).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(Compose.LARGEST);
        assertThat(notification.alerts()).hasSize(1);
    }

    @Test
    void keepsAllEvidenceOfAnOrdinaryArticleInFull() {
        var words = new Evidence("caspian", Evidence.Field.TEXT, 4, 9, "drill", "drill~en", 1);
        var alert = Samples.alert("a1", "A title", "The drill", List.of(words, words, words));

        assertThat(Compose.notification("ntf_1", alert).alerts().getFirst().evidence()).containsExactly(words, words,
                words);
    }

    private static String textOf(String text) {
        return Compose.notification("ntf_1", Samples.alert("a1", "A title", text)).alerts().getFirst().article().text();
    }
}
