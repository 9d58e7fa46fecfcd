package caspianwatch.matching.language;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/** Reads a text letter by letter: counts scripts and hands every word to the ballot. */
final class Letters {
    private static final String KURDISH = "ێۆڵڕڤە";
    private static final String APOSTROPHES = "'’‘ʻʼ`´";

    private final Map<Script, int[]> scripts = new EnumMap<>(Script.class);
    private final Ballot ballot = new Ballot();
    private final StringBuilder word = new StringBuilder();
    private int total;
    private int kurdish;
    private boolean plainRussian = true;

    void read(char c) {
        if (c == ' ') {
            word();
        } else if (Character.isLetter(c)) {
            char small = c == 'İ' ? 'i' : Character.toLowerCase(c);
            var script = Script.of(small);
            scripts.computeIfAbsent(script, any -> new int[1])[0]++;
            total++;
            kurdish += script == Script.ARABIC && KURDISH.indexOf(small) >= 0 ? 1 : 0;
            plainRussian &= script != Script.CYRILLIC || (small >= 'а' && small <= 'я') || small == 'ё';
            word.append(small);
        } else if (c == '\u200C' || APOSTROPHES.indexOf(c) >= 0) {
            if (!word.isEmpty()) {
                word.append(c == '\u200C' ? c : '\'');
            }
        } else if (Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.NON_SPACING_MARK) {
            word();
        }
    }

    private void word() {
        int length = word.length();
        while (length > 0 && !Character.isLetter(word.charAt(length - 1))) {
            length--;
        }
        if (length > 0) {
            ballot.word(word.substring(0, length));
        }
        word.setLength(0);
    }

    int total() {
        return total;
    }

    boolean isPlainRussian() {
        return plainRussian;
    }

    boolean isKurdish() {
        return kurdish * 50 > total;
    }

    Ballot ballot() {
        return ballot;
    }

    /** The script of most letters. */
    Script script() {
        return scripts.entrySet().stream().max(Comparator.comparingInt(each -> each.getValue()[0]))
                .map(Map.Entry::getKey).orElse(Script.OTHER);
    }
}
