package caspianwatch.alerts.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PT0S", "120, PT2M", "' 7 ', PT7S", "86401, PT24H", "99999999999999999999, PT24H",
            "'Sat, 21 Nov 2026 06:10:00 GMT', PT10M", "'Sat, 21 Nov 2026 05:00:00 GMT', PT0S",
            "'Tue, 21 Nov 2028 05:00:00 GMT', PT24H"})
    void readsSecondsAndDatesFromNowToOneDay(String header, Duration expected) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-5", "1.5", "2026-11-21T06:10:00Z", "٣"})
    void ignoresWhatIsNeither(@Nullable String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Test
    void neverAsksForMoreThanADay() {
        assertThat(RetryAfter.parse("999999999", NOW)).isEqualTo(Duration.ofHours(24));
    }
}
