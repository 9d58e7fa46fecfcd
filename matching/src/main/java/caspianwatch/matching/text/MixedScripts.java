package caspianwatch.matching.text;

/**
 * Words that mix Latin and Cyrillic letters, by a slip of the keyboard or to get past filters: Каcпий with a Latin c, Xәzәr
 * with the Cyrillic schwa. Where every letter of the script with fewer letters looks like one of the other, they are read as
 * that; of equal numbers Cyrillic wins. Other mixtures stay as they are.
 */
final class MixedScripts {
    private static final String LATIN = "aceopxyikmthb";
    private static final String CYRILLIC = "асеорхуікмтнв";
    /** Letters of the Cyrillic alphabets of Turkic languages and what their Latin twins fold to. */
    private static final String TURKIC = "әөүұһј";
    private static final String FOLDED_TWINS = "eouuhj";

    private MixedScripts() {}

    /** Mends every run of letters from one index to another. */
    static void mend(char[] letters, int from, int to) {
        int at = from;
        while (at < to) {
            int latin = 0;
            int cyrillic = 0;
            int begin = at;
            while (at < to && (isLatin(letters[at]) || isCyrillic(letters[at]))) {
                if (isLatin(letters[at])) {
                    latin++;
                } else {
                    cyrillic++;
                }
                at++;
            }
            if (latin > 0 && cyrillic > 0) {
                mend(letters, begin, at, cyrillic >= latin);
            }
            at++;
        }
    }

    private static void mend(char[] letters, int from, int to, boolean cyrillic) {
        for (int i = from; i < to; i++) {
            if (isCyrillic(letters[i]) != cyrillic && twin(letters[i]) == 0) {
                return;
            }
        }
        for (int i = from; i < to; i++) {
            if (isCyrillic(letters[i]) != cyrillic) {
                letters[i] = twin(letters[i]);
            }
        }
    }

    /** The letter of the other script that looks like this one; 0 where there is none. */
    private static char twin(char letter) {
        int at = LATIN.indexOf(letter);
        if (at >= 0) {
            return CYRILLIC.charAt(at);
        }
        at = CYRILLIC.indexOf(letter);
        if (at >= 0) {
            return LATIN.charAt(at);
        }
        at = TURKIC.indexOf(letter);
        return at < 0 ? 0 : FOLDED_TWINS.charAt(at);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '\u00DF' && c <= '\u024F' && c != '\u00F7');
    }

    private static boolean isCyrillic(char c) {
        // Between its letters the block has a sign for thousands and some marks.
        return c >= '\u0400' && c <= '\u052F' && (c < '\u0482' || c > '\u0489');
    }
}
