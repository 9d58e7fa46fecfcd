package caspianwatch.alerts.channel.log;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.SampleNotification;
import caspianwatch.contract.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void showsSeverityTitleSubscriptionAndTheThreeStrongestWords() {
        assertThat(line("Drill off Baku", words("exercise", 1), words("Caspian", 5), words("fleet", 3),
                words("frigate", 4), words("Caspian", 5)))
                .isEqualTo("[Notable] Drill off Baku (Caspian drills): \"Caspian\", \"frigate\", \"fleet\"");
    }

    @Test
    void writesOutWhatWouldBreakTheLineDriveATerminalOrTurnTheText() {
        assertThat(line("one\r\ntwo\u0085three\u2028four\u001b[2Jfive\u202esix\u200fseven"))
                .contains("one\\u000d\\u000atwo\\u0085three\\u2028four\\u001b[2Jfive\\u202esix\\u200fseven");
    }

    @Test
    void leavesTheJoinersOfPersianWordsAlone() {
        assertThat(line("می\u200cشود")).contains("می\u200cشود");
    }

    @Test
    void cutsALongTitle() {
        assertThat(line("x".repeat(100_000))).hasSizeLessThan(1_000).contains("x…");
    }

    private static Evidence words(String text, double weight) {
        return new Evidence("naval", Evidence.Field.TITLE, 0, text.length(), text, text, weight);
    }

    private static String line(String title, Evidence... evidence) {
        Notification notification = SampleNotification.of("ntf_1", title, List.of(evidence));
        return LogLine.of(notification.subscription(), notification.alerts().getFirst());
    }
}
