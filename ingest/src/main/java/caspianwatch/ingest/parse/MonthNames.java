package caspianwatch.ingest.parse;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Month and weekday names of CLDR; English first, then the languages of our region, so that these win a clash. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of("en", "ru", "az", "fa", "tr", "kk", "tk", "uk", "ka", "hy",
            "ar", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "hu", "el", "sv", "nb", "da", "fi", "ro", "bg", "sr",
            "uz", "ky", "he", "ko", "ja", "zh", "id", "vi");
    private static final Map<String, Integer> MONTHS = new HashMap<>();
    private static final Set<String> FILLERS = new HashSet<>(
            List.of("", "г", "году", "год", "o'clock", "at", "of", "de", "del", "den", "le", "il", "um", "uhr", "-",
                    "–", "|",
                    "в", "ý", "сағ", "j"));

    static {
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
                    TextStyle.SHORT_STANDALONE)) {
                for (Month month : Month.values()) {
                    put(month.getDisplayName(style, locale), month.getValue());
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    FILLERS.add(word(day.getDisplayName(style, locale)));
                }
            }
        }
        put("sept", 9);
        put("tues", 0);
        FILLERS.addAll(List.of("tues", "wednes", "thur", "thurs"));
    }

    private MonthNames() {}

    /** 1 to 12; 0 where the word is no month. */
    static int month(String word) {
        return MONTHS.getOrDefault(word, 0);
    }

    /** Whether the word is a weekday or stands in dates without meaning. */
    static boolean filler(String word) {
        return FILLERS.contains(word);
    }

    private static void put(String name, int month) {
        String word = word(name);
        if (month > 0 && word.codePoints().anyMatch(Character::isLetter) && !Character.isDigit(word.charAt(0))) {
            MONTHS.putIfAbsent(word, month);
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[.']+$", "");
    }
}
