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
            List.of("", "г", "году", "год", "года", "в", "по", "o'clock", "at", "of", "de", "del", "den", "le", "il",
                    "um",
                    "uhr", "à", "-", "–", "—", "|", "/", "•", "·", "j", "ж", "жылы", "жылғы", "сағ", "сағат", "ý",
                    "ýyl", "ýylyň", "sagat", "р", "року", "о", "об", "yıl", "yılı", "saat", "ilin", "il", "cı", "ci",
                    "cu", "cü", "nji", "njy", "ili", "ildə",
                    "ساعت", "سال", "روز", "سنة", "عام", "يوم", "الساعة", "م", "tarix"));

    static {
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
                    TextStyle.SHORT_STANDALONE)) {
                for (Month month : Month.values()) {
                    put(month.getDisplayName(style, locale), month.getValue());
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    String name = word(day.getDisplayName(style, locale));
                    FILLERS.add(name);
                    FILLERS.addAll(List.of(name.split(" ", -1)));
                }
            }
        }
        put("sept", 9);
        put("tues", 0);
        FILLERS.addAll(List.of("tues", "wednes", "thur", "thurs", "شنبه", "يكشنبه", "یک", "دو", "سه", "چهار", "پنج"));
        List<String> levant = List.of("", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول");
        for (int i = 1; i < levant.size(); i++) {
            put(levant.get(i), i + 1);
        }
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

    /** As a name is looked up: the dotted capital İ leaves a dot behind, Persian joins parts of a weekday invisibly. */
    static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\u0307\\u200C]|[.']+$", "");
    }
}
