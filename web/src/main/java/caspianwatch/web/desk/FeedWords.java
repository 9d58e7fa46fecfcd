package caspianwatch.web.desk;

import caspianwatch.contract.FeedStatus.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases of the Feeds pages. */
final class FeedWords {
    private static final Map<String, String> COUNTRIES = Map.of("AZ", "Azerbaijan", "RU", "Russia", "IR", "Iran", "KZ",
            "Kazakhstan", "TM", "Turkmenistan", "TR", "Türkiye", "GE", "Georgia");

    private FeedWords() {}

    /** "every 9 min", "3 a day"; "unknown" where nothing is known. */
    static String rhythm(@Nullable Rhythm rhythm) {
        if (rhythm == null || rhythm.perDay() <= 0) {
            return "unknown";
        }
        double perDay = rhythm.perDay();
        if (perDay >= 1_440) {
            return "every " + Math.max(1, Math.round(86_400 / perDay)) + " s";
        }
        if (perDay >= 36) {
            return "every " + Math.round(1_440 / perDay) + " min";
        }
        if (perDay >= 5) {
            return "every " + Math.round(24 / perDay) + " h";
        }
        return perDay >= 0.95
                ? Math.round(perDay) + " a day"
                : perDay >= 1 / 7.0 ? Math.max(1, Math.round(perDay * 7)) + " a week" : "less than 1 a week";
    }

    /** "31 s", "2 h", "1 d 13 h", "81 d"; "never". */
    static String age(@Nullable Instant at, Instant now) {
        if (at == null) {
            return "never";
        }
        long seconds = Math.max(0, Duration.between(at, now).toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        long hours = seconds / 3_600;
        if (hours < 24) {
            return hours + " h";
        }
        return hours / 24 + " d" + (hours < 24 * 10 && hours % 24 > 0 ? " " + hours % 24 + " h" : "");
    }

    /** The name of a country whose code is one of the region's, else the code or word as it stands. */
    static String country(String code) {
        String named = COUNTRIES.get(code);
        if (named != null) {
            return named;
        }
        return code.length() == 2 ? Locale.of("", code).getDisplayCountry(Locale.ENGLISH) : code;
    }

    static String bytes(long bytes) {
        return String.format(Locale.ENGLISH, "%,d bytes", bytes);
    }

    /** "1 entry", "40 entries". */
    static String entries(int number) {
        return number == 1 ? "1 entry" : number + " entries";
    }
}
