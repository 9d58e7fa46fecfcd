package caspianwatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final Instant SINCE = Samples.NOW;

    @Test
    void comesBackAfterFiveSecondsThenEverLaterAndForTheLastTimeWhenThreeDaysAreOver() {
        List<Instant> attempts = attempts("ntf_a");

        assertThat(Duration.between(attempts.get(0), attempts.get(1))).isBetween(Duration.ofMillis(4_500),
                Duration.ofMillis(5_500));
        assertThat(Duration.between(attempts.get(1), attempts.get(2))).isBetween(Duration.ofSeconds(27),
                Duration.ofSeconds(33));
        assertThat(Duration.between(attempts.get(7), attempts.get(8))).isBetween(Duration.ofMinutes(216),
                Duration.ofMinutes(264));
        assertThat(attempts.getLast()).isEqualTo(SINCE.plus(Duration.ofDays(3)));
        assertThat(attempts).hasSizeBetween(23, 27);
    }

    @Test
    void drawsItsJitterFromTheIdSoThatEveryInstanceAgreesAndNotificationsDiffer() {
        assertThat(attempts("ntf_a")).isEqualTo(attempts("ntf_a")).isNotEqualTo(attempts("ntf_b"));
    }

    @Test
    void waitsAsLongAsTheOtherSideAsked() {
        assertThat(RetrySchedule.next("ntf_a", 1, SINCE, SINCE, Duration.ofMinutes(7)))
                .isEqualTo(SINCE.plus(Duration.ofMinutes(7)));
    }

    @Test
    void doesNotComeSoonerBecauseTheOtherSideAllowedIt() {
        assertThat(RetrySchedule.next("ntf_a", 4, SINCE, SINCE, Duration.ofSeconds(1)))
                .isEqualTo(RetrySchedule.next("ntf_a", 4, SINCE, SINCE, null));
    }

    @Test
    void givesUpWhereTheOtherSideAsksForMoreThanWhatIsLeft() {
        Instant late = SINCE.plus(Duration.ofHours(71));

        assertThat(RetrySchedule.next("ntf_a", 20, SINCE, late, Duration.ofHours(24))).isNull();
    }

    private static List<Instant> attempts(String id) {
        List<Instant> attempts = new ArrayList<>(List.of(SINCE));
        while (true) {
            Instant next = RetrySchedule.next(id, attempts.size(), SINCE, attempts.getLast(), null);
            if (next == null) {
                return attempts;
            }
            attempts.add(next);
        }
    }
}
