package caspianwatch.matching.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** How often each letter stands in a text; capitals count as small ones, dotless and dotted i apart. */
final class Letters {
    enum Script {
        LATIN, CYRILLIC, ARABIC, GEORGIAN, ARMENIAN, HAN, OTHER
    }

    private final Map<Character, Integer> counts = new HashMap<>();
    private final Map<Script, Integer> scripts = new EnumMap<>(Script.class);
    private int total;

    private Letters() {}

    static Letters of(String text) {
        var letters = new Letters();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters.counts.merge(Character.toLowerCase(c), 1, Integer::sum);
                letters.scripts.merge(script(c), 1, Integer::sum);
                letters.total++;
            }
        }
        return letters;
    }

    int count(String letters) {
        return letters.chars().map(c -> counts.getOrDefault((char) c, 0)).sum();
    }

    int total() {
        return total;
    }

    /** The script of most letters. */
    Script script() {
        return scripts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(Script.OTHER);
    }

    private static Script script(char c) {
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN -> Script.LATIN;
            case CYRILLIC -> Script.CYRILLIC;
            case ARABIC -> Script.ARABIC;
            case GEORGIAN -> Script.GEORGIAN;
            case ARMENIAN -> Script.ARMENIAN;
            case HAN -> Script.HAN;
            default -> Script.OTHER;
        };
    }
}
