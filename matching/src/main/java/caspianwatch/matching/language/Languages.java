package caspianwatch.matching.language;

import caspianwatch.matching.text.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which language a text is in, from its letters first and its small words second; what the feed claims only breaks ties.
 * It picks no rules: those go by script, so that a confusion of two neighbours does no harm.
 */
public final class Languages {
    /** What is said where nothing is sure. */
    public static final String UNSURE = "und";

    private static final int LONGEST = 4000;

    private Languages() {}

    /** ISO 639-1 code, or {@link #UNSURE}. */
    public static String detect(String title, String text, @Nullable String hint) {
        String all = title + "\n" + (text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var letters = Letters.of(all);
        return switch (letters.script()) {
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case HAN -> "zh";
            case ARABIC -> arabic(letters, all, hint);
            case CYRILLIC -> cyrillic(letters, all, hint);
            case LATIN -> latin(letters, all, hint);
            case OTHER -> UNSURE;
        };
    }

    /** Whether a folded word is one of the small ones of some language, which most texts in it have. */
    public static boolean isSmallWord(String word) {
        return SmallWords.ofAny(word);
    }

    private static String arabic(Letters letters, String text, @Nullable String hint) {
        if (letters.count("ێۆڵڕڤە") * 50 > letters.total()) {
            return "ku";
        }
        var scores = scores(text, "fa", "ar");
        scores.merge("fa", 3 * letters.count("پچژگ") + letters.count("یک"), Integer::sum);
        scores.merge("ar", 3 * letters.count("ةإأ") + letters.count("يىك"), Integer::sum);
        return winner(scores, hint, 2);
    }

    private static String cyrillic(Letters letters, String text, @Nullable String hint) {
        int kazakh = letters.count("әғқңөұүһі");
        int ukrainian = letters.count("їєґ");
        if (ukrainian > 0 && letters.count("әғқңөұүһ") <= ukrainian && letters.count("ыэё") * 5 <= ukrainian * 4) {
            return "uk";
        }
        if (letters.count("әғқңөұүһ") * 100 >= letters.total() && kazakh > 1) {
            return "kk";
        }
        var scores = scores(text, "ru", "uk", "kk");
        // A headline may do without small words; one of this length hardly does without its language's own letters.
        boolean plain = letters.total() >= 20 && kazakh + ukrainian == 0;
        scores.merge("ru", letters.count("эёъ") + (plain ? 2 : 0), Integer::sum);
        scores.merge("uk", letters.count("і") * 2, Integer::sum);
        scores.merge("kk", kazakh, Integer::sum);
        String winner = winner(scores, hint, 1);
        return winner.equals(UNSURE) && hint != null && Set.of("ru", "uk", "kk").contains(hint) ? hint : winner;
    }

    private static String latin(Letters letters, String text, @Nullable String hint) {
        var scores = scores(text, "en", "de", "fr", "az", "tr", "tk", "kk");
        scores.merge("az", 4 * letters.count("ə") + letters.count("ğış") / 2, Integer::sum);
        if (letters.count("ə") == 0) {
            // və folds to ve, so that Turkish small words count for Azerbaijani too.
            scores.computeIfPresent("az", (language, score) -> score / 2);
            scores.merge("tk", 2 * letters.count("ňýž") + letters.count("ä") / 2, Integer::sum);
        }
        scores.merge("tr", letters.count("ğış"), Integer::sum);
        scores.merge("de", letters.count("ßäöü") / 2, Integer::sum);
        scores.merge("fr", letters.count("éèêàœ"), Integer::sum);
        return winner(scores, hint, 2);
    }

    /** How many small words of each language are there, twice. */
    private static Map<String, Integer> scores(String text, String... languages) {
        var scores = new LinkedHashMap<String, Integer>();
        var tokens = Tokens.of(text);
        for (String language : languages) {
            var small = SmallWords.of(language);
            int count = 0;
            for (int i = 0; i < tokens.size(); i++) {
                count += small.contains(tokens.word(i)) ? 2 : 0;
            }
            scores.put(language, count);
        }
        return scores;
    }

    private static String winner(Map<String, Integer> scores, @Nullable String hint, int least) {
        int best = scores.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (best < least) {
            return UNSURE;
        }
        List<String> winners = scores.entrySet().stream().filter(each -> each.getValue() == best)
                .map(Map.Entry::getKey).toList();
        return winners.size() == 1 ? winners.getFirst() : hint != null && winners.contains(hint) ? hint : UNSURE;
    }
}
