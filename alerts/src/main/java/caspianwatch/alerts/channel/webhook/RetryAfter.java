package caspianwatch.alerts.channel.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After (RFC 9110, 10.2.3) in both its forms: seconds, or a date. */
final class RetryAfter {
    /** A receiver that asks for a year would never hear from us again. */
    static final Duration LONGEST = Duration.ofHours(24);

    private RetryAfter() {}

    /** From zero to {@link #LONGEST}; null where the header is absent or cannot be read. */
    static @Nullable Duration parse(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String value = header.strip();
        Duration asked = value.chars().allMatch(c -> c >= '0' && c <= '9') ? seconds(value) : until(value, now);
        if (asked == null) {
            return null;
        }
        return asked.isNegative() ? Duration.ZERO : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Duration seconds(String digits) {
        return digits.length() > 9 ? LONGEST : Duration.ofSeconds(Integer.parseInt(digits));
    }

    private static @Nullable Duration until(String date, Instant now) {
        try {
            return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
