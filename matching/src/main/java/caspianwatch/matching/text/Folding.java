package caspianwatch.matching.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The folding table: what each character counts as. Independent of any locale. */
public final class Folding {
    /** Where in a code it says what a character is. */
    static final int KIND = 16;
    /** A letter or digit that folds to one: the code is that one. */
    static final int LETTER = 0;
    /** A letter that has the bit which Cyrillic letters have and Latin ones do not. */
    static final int CYRILLIC_LETTER = 1 << KIND;
    /** What parts words. */
    static final int GAP = 2 << KIND;
    /** What attaches to the character before it and is not seen by rules. */
    static final int MARK = 4 << KIND;
    /** What is not seen at all. */
    static final int DROPPED = 5 << KIND;
    static final int APOSTROPHE = 6 << KIND;
    /** A Chinese character: a word of its own. */
    static final int IDEOGRAPH = 7 << KIND;
    /** A letter that folds to several; the code holds their number in {@link #SEVERAL}. */
    static final int OPENED = 8 << KIND;
    static final int SURROGATE = 9 << KIND;
    /** A bit of every Cyrillic letter and of no Latin one. */
    static final int CYRILLIC = 0x400;

    /** What a character is, in the upper half, and what it folds to, in the lower. */
    private static final int[] CODES = new int[Character.MAX_VALUE + 1];
    private static final List<String> SEVERAL = new ArrayList<>();

    static {
        var special = special();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            CODES[c] = code((char) c, special);
        }
    }

    private Folding() {}

    /** The text folded, without offsets: for terms and single words. */
    public static String fold(String text) {
        return Folded.of(text).toString();
    }

    /** What a character is, plus what it folds to. */
    static int code(char c) {
        return CODES[c];
    }

    /** The letters of an opened ligature. */
    static String opened(int code) {
        return SEVERAL.get(code & 0xFFFF);
    }

    /** Whether a character attaches to the one before it and is not seen by rules. */
    static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static int code(char c, Map<Character, String> special) {
        if (Character.isSurrogate(c)) {
            return SURROGATE | c;
        }
        if (isMark(c)) {
            return MARK;
        }
        String to = fold(c, special);
        if (to.isEmpty()) {
            return DROPPED;
        }
        if (to.length() > 1) {
            SEVERAL.add(to);
            return OPENED | (SEVERAL.size() - 1);
        }
        char folded = to.charAt(0);
        if (!Character.isLetterOrDigit(folded)) {
            return (folded == '\'' ? APOSTROPHE : GAP) | folded;
        }
        if (folded >= '\u2E80' && Character.isIdeographic(folded)) {
            return IDEOGRAPH | folded;
        }
        return ((folded & CYRILLIC) == 0 ? LETTER : CYRILLIC_LETTER) | folded;
    }

    /** What one character folds to; the empty string drops it. */
    private static String fold(char c, Map<Character, String> special) {
        String known = special.get(c);
        if (known != null) {
            return known;
        }
        if (c >= '\uAC00' && c <= '\uD7A3') {
            return String.valueOf(c);
        }
        if (Character.getType(c) == Character.FORMAT) {
            return "";
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return String.valueOf((char) ('0' + digit));
        }
        return c < 0x80 ? String.valueOf(Character.toLowerCase(c)) : decomposed(c, special);
    }

    private static String decomposed(char c, Map<Character, String> special) {
        var folded = new StringBuilder();
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            if (isMark(part)) {
                continue;
            }
            char lower = Character.toLowerCase(part);
            String more = special.getOrDefault(lower, special.get(part));
            folded.append(more == null ? String.valueOf(lower) : more);
        }
        // A ligature of letters opens up; a fraction or a whole blessing in one character stays one character, for a
        // token must never end inside a source character.
        boolean word = folded.chars()
                .allMatch(part -> Character.isLetterOrDigit(part) && !Character.isIdeographic(part));
        return word || folded.length() == 1 ? folded.toString() : String.valueOf(Character.toLowerCase(c));
    }

    private static Map<Character, String> special() {
        var map = new HashMap<Character, String>();
        map(map, "İIıi", "i");
        map(map, "Əə", "e");
        map(map, "Ёё", "е");
        map(map, "Йй", "й");
        map(map, "Її", "ї");
        map(map, "Ўў", "ў");
        map(map, "ς", "σ");
        map(map, "Øø", "o");
        map(map, "Łł", "l");
        map(map, "Đđ", "d");
        map(map, "ßẞ", "ss");
        map(map, "Ææ", "ae");
        map(map, "Œœ", "oe");
        map(map, "Þþ", "th");
        map(map, "يىېۍیئﻱﻲﻳﻴﻯﻰ", "ی");
        map(map, "كڪکﻙﻚﻛﻜﮎﮏﮐﮑ", "ک");
        map(map, "آأإٱاﺍﺎ", "ا");
        map(map, "ةۀەہھۂۃه", "ه");
        map(map, "ؤ", "و");
        map(map, "’‘‛ʼʻʹ`´′＇'", "'");
        // Words stand on both sides of a zero-width space; what else is invisible stands inside words.
        map(map, "\u200B", " ");
        map(map, "\u0640", "");
        return Map.copyOf(map);
    }

    private static void map(Map<Character, String> map, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            map.put(from.charAt(i), to);
        }
    }
}
