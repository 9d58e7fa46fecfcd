package caspianwatch.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private Instant now = Instant.parse("2026-03-01T06:00:00Z");
    private final ThreadReplacement replacement = new ThreadReplacement("ingest", new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void stopsTheClientAtTheSixthDeathInAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(replacement.handle(new IllegalStateException("died"))).isEqualTo(REPLACE_THREAD);
        }

        assertThat(replacement.handle(new IllegalStateException("died"))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void forgetsDeathsAfterAnHour() {
        for (int i = 0; i < 20; i++) {
            assertThat(replacement.handle(new IllegalStateException("died"))).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(13));
        }
    }
}
