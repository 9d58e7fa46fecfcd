package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StampTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:12:44Z");

    @Test
    void isRelativeUnderAnHourThenTheClockThenTheDay() {
        assertThat(ago(Duration.ofSeconds(14)).relative()).isEqualTo("14 s");
        assertThat(ago(Duration.ofMinutes(8)).relative()).isEqualTo("8 min");
        assertThat(ago(Duration.ofMinutes(63)).relative()).isEqualTo("02:09");
        assertThat(ago(Duration.ofHours(4)).relative()).isEqualTo("20 Nov");
    }

    @Test
    void namesBothZonesToTheSecond() {
        assertThat(ago(Duration.ofSeconds(462)).both()).isEqualTo("03:05:02 Baku · 23:05:02 UTC");
        assertThat(ago(Duration.ofSeconds(462)).title()).isEqualTo("20 Nov 23:05:02 UTC, 21 Nov 03:05:02 Baku");
        assertThat(new Stamp(NOW, NOW, Zone.UTC).both()).isEqualTo("23:12:44 UTC");
    }

    @Test
    void aZoneThatDoesNotExistIsBaku() {
        assertThat(Zone.read("Europe/Berlin").name()).isEqualTo("Berlin");
        assertThat(Zone.read("<script>")).isEqualTo(Zone.BAKU);
        assertThat(Zone.read(null)).isEqualTo(Zone.BAKU);
    }

    private static Stamp ago(Duration ago) {
        return new Stamp(NOW.minus(ago), NOW, Zone.BAKU);
    }
}
