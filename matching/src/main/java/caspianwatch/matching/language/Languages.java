package caspianwatch.matching.language;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which language a text is in, from its script, its letters and its common words; what the feed claims only breaks ties. It
 * picks no rules: those go by script, so that a confusion of two neighbours does no harm.
 */
public final class Languages {
    /** What is said where nothing is sure. */
    public static final String UNSURE = "und";

    private static final Set<String> LATIN = Set.of("az", "de", "en", "es", "fr", "it", "kk", "tk", "tr", "uz");
    private static final Set<String> CYRILLIC = Set.of("bg", "kk", "ky", "ru", "tg", "uk", "uz");
    private static final Set<String> ARABIC = Set.of("ar", "fa", "ps", "ur");

    private static final int LONGEST = 1500;
    /** Votes that make a language: one common word, or two hints. */
    private static final int LEAST = 2;
    /** A headline may do without common words; one of this many letters hardly does without its language's own letters. */
    private static final int PLAIN = 12;
    private static final int LONG_PLAIN = 20;

    private Languages() {}

    /** ISO 639-1 code, or {@link #UNSURE}. */
    public static String detect(String title, String text, @Nullable String hint) {
        var letters = new Letters();
        read(title, letters);
        read(text.length() > LONGEST ? text.substring(0, LONGEST) : text, letters);
        return switch (letters.script()) {
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case HAN -> "zh";
            case ARABIC -> letters.isKurdish() ? "ku" : voted(letters, ARABIC, hint);
            case CYRILLIC -> {
                if (letters.isPlainRussian() && letters.total() >= PLAIN) {
                    letters.ballot().vote("ru", letters.total() >= LONG_PLAIN ? 2 : 1);
                }
                String voted = voted(letters, CYRILLIC, hint);
                yield voted.equals(UNSURE) && hint != null && CYRILLIC.contains(hint) ? hint : voted;
            }
            case LATIN -> voted(letters, LATIN, hint);
            case OTHER -> UNSURE;
        };
    }

    /** Whether a folded word is one of the small ones of some language, which most texts in it have. */
    public static boolean isSmallWord(String word) {
        return CommonWords.isSmall(word);
    }

    private static String voted(Letters letters, Set<String> languages, @Nullable String hint) {
        String winner = letters.ballot().winner(languages, hint, LEAST);
        return winner == null ? UNSURE : winner;
    }

    private static void read(String text, Letters letters) {
        String composed = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int i = 0; i < composed.length(); i++) {
            letters.read(composed.charAt(i));
        }
        letters.read('\n');
    }
}
