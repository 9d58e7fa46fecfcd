package caspianwatch.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** For how long an answer stays the same by its own headers (RFC 9111, section 4.2). */
final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,9})");
    private static final Pattern NEVER = Pattern.compile("(?:^|[,\\s])no-(?:cache|store)(?:[,\\s=]|$)");

    private Freshness() {}

    /** Null where nothing is said, or that it may change at once. */
    static @Nullable Duration of(Response answer, Instant now) {
        String control = String.join(",", answer.headers("Cache-Control")).toLowerCase(Locale.ROOT);
        if (NEVER.matcher(control).find()) {
            return null;
        }
        Matcher age = MAX_AGE.matcher(control);
        Duration fresh;
        if (age.find()) {
            String spent = answer.header("Age");
            long seconds = Long.parseLong(age.group(1))
                    - (spent != null && spent.matches("[0-9]{1,9}") ? Long.parseLong(spent) : 0);
            fresh = Duration.ofSeconds(seconds);
        } else {
            Instant expires = date(answer.header("Expires"));
            Instant date = date(answer.header("Date"));
            fresh = expires == null ? Duration.ZERO : Duration.between(date == null ? now : date, expires);
        }
        return fresh.isPositive() ? fresh : null;
    }

    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null; // "0" and "-1" are common, and mean that it has expired
        }
    }
}
