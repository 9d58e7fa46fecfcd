package caspianwatch.matching.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text voting for languages. A word counts once for each reason, so that one quoted name does not outvote
 * the sentence around it.
 */
final class Ballot {
    private static final int COMMON_WORD = 2;
    private static final int ENDING = 1;
    private static final int OWN_LETTER = 3;
    private static final int SHARED_LETTER = 1;

    private static final Set<String> TURKISH_SUFFIXES = Set.of("da", "de", "ta", "te", "dan", "den", "tan", "ten", "ın",
            "in", "un", "ün", "nın", "nin", "nun", "nün", "a", "e", "ya", "ye", "na", "ne", "ı", "i", "u", "ü", "yı",
            "yi", "yu", "yü", "daki", "deki", "taki", "teki", "la", "le", "yla", "yle");
    private static final Set<String> ENGLISH_SUFFIXES = Set.of("s", "t", "re", "ll", "ve");
    private static final Set<String> FRENCH_ELISIONS = Set.of("l", "d", "n", "s", "j", "c", "qu");

    private final int[] votes = new int[CommonWords.LANGUAGES.size()];

    /** Counts one word of small letters; apostrophes inside are {@code '}. */
    void word(String word) {
        int common = CommonWords.word(word);
        if (common != 0) {
            vote(common, COMMON_WORD);
        } else {
            vote(CommonWords.ending(word), ENDING);
        }
        int own = 0;
        int shared = 0;
        for (int i = 0; i < word.length(); i++) {
            own |= CommonWords.own(word.charAt(i));
            shared |= CommonWords.shared(word.charAt(i));
        }
        vote(own, OWN_LETTER);
        vote(shared & ~own, SHARED_LETTER);
        int apostrophe = word.indexOf('\'');
        if (apostrophe > 0) {
            parted(word.substring(0, apostrophe), word.substring(apostrophe + 1));
        } else if (word.startsWith("ال") && word.length() > 4) {
            vote("ar", COMMON_WORD);
        } else if (word.indexOf('\u200C') > 0) {
            vote("fa", COMMON_WORD);
        }
    }

    private void parted(String before, String after) {
        if (FRENCH_ELISIONS.contains(before)) {
            vote("fr", COMMON_WORD);
        } else if (ENGLISH_SUFFIXES.contains(after)) {
            vote("en", COMMON_WORD);
        } else if (TURKISH_SUFFIXES.contains(after)) {
            vote("tr", COMMON_WORD);
            vote(CommonWords.word(before), COMMON_WORD);
        } else if (before.endsWith("o") || before.endsWith("g")) {
            vote("uz", OWN_LETTER);
        }
    }

    void vote(String language, int count) {
        votes[CommonWords.LANGUAGES.indexOf(language)] += count;
    }

    private void vote(int languages, int count) {
        for (int rest = languages; rest != 0; rest &= rest - 1) {
            votes[Integer.numberOfTrailingZeros(rest)] += count;
        }
    }

    /** The one of these languages with most votes; of several the claimed one; null where there is none, or too few votes. */
    @Nullable
    String winner(Set<String> languages, @Nullable String claimed, int least) {
        String winner = null;
        int most = least - 1;
        boolean tie = false;
        for (String language : languages) {
            int count = votes[CommonWords.LANGUAGES.indexOf(language)];
            if (count > most) {
                winner = language;
                most = count;
                tie = false;
            } else if (count == most && winner != null) {
                tie = true;
                winner = language.equals(claimed) ? language : winner;
            }
        }
        return tie && (winner == null || !winner.equals(claimed)) ? null : winner;
    }
}
