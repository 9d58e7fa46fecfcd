package caspianwatch.matching.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** The folding table: what each character counts as. Independent of any locale. */
public final class Folding {
    /** What one character folds to; the empty string drops it. Lone surrogates stay as they are. */
    private static final String[] TABLE = new String[Character.MAX_VALUE + 1];
    private static final Map<Character, String> SPECIAL = special();

    static {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            TABLE[c] = fold((char) c);
        }
    }

    private Folding() {}

    /** The text folded, without offsets: for terms and single words. */
    public static String fold(String text) {
        return Folded.of(text).toString();
    }

    static String of(char c) {
        return TABLE[c];
    }

    /** Whether a character attaches to the one before it and is not seen by rules. */
    static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static String fold(char c) {
        String special = SPECIAL.get(c);
        if (special != null) {
            return special;
        }
        if (Character.isSurrogate(c) || (c >= '\uAC00' && c <= '\uD7A3')) {
            return String.valueOf(c);
        }
        if (isMark(c) || Character.getType(c) == Character.FORMAT) {
            return "";
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return String.valueOf((char) ('0' + digit));
        }
        return decomposed(c);
    }

    private static String decomposed(char c) {
        var folded = new StringBuilder();
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            if (isMark(part)) {
                continue;
            }
            char lower = Character.toLowerCase(part);
            String more = SPECIAL.getOrDefault(lower, SPECIAL.get(part));
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
