package caspianwatch.matching.language;

import caspianwatch.matching.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Words, last parts of words and letters that tell a language ({@code languages.txt}), as bits: bit i is the i-th of {@link #LANGUAGES}. */
final class CommonWords {
    /** The languages there are words of, in the order of their codes. */
    static final List<String> LANGUAGES;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final Map<String, Integer> ENDINGS = new HashMap<>();
    private static final Set<String> SMALL = new HashSet<>();
    private static final int[] OWN = new int[0x700];
    private static final int[] SHARED = new int[OWN.length];
    private static final int LONGEST_ENDING = 6;
    /** A shorter word is hardly more than its ending. */
    private static final int SHORTEST_STEM = 2;

    static {
        var lines = lines();
        var codes = new TreeSet<String>();
        lines.forEach(line -> codes.add(line.substring(0, 2)));
        LANGUAGES = List.copyOf(codes);
        for (String line : lines) {
            int bit = 1 << LANGUAGES.indexOf(line.substring(0, 2));
            String rest = line.substring(3).strip();
            switch (line.charAt(2)) {
                case '=' -> {
                    words(WORDS, rest, bit);
                    SPACES.splitAsStream(rest).map(Folding::fold).forEach(SMALL::add);
                }
                case ':' -> words(WORDS, rest, bit);
                case '~' -> words(ENDINGS, rest, bit);
                case '!' -> rest.chars().forEach(letter -> OWN[letter] |= bit);
                case '?' -> rest.chars().forEach(letter -> SHARED[letter] |= bit);
                default -> throw new IllegalStateException("languages.txt: what is \"" + line + "\"?");
            }
        }
    }

    private CommonWords() {}

    private static void words(Map<String, Integer> table, String words, int bit) {
        SPACES.splitAsStream(words).forEach(word -> table.merge(word, bit, (one, other) -> one | other));
    }

    /** Whether a folded word is one of the small ones of some language. */
    static boolean isSmall(String folded) {
        return SMALL.contains(folded);
    }

    /** The languages whose own letter this is. */
    static int own(char letter) {
        return letter < OWN.length ? OWN[letter] : 0;
    }

    /** The few languages whose letter this is. */
    static int shared(char letter) {
        return letter < SHARED.length ? SHARED[letter] : 0;
    }

    /** The languages in which a word of small letters is common. */
    static int word(String word) {
        return WORDS.getOrDefault(word, 0);
    }

    /** The languages of the longest known ending of a word. */
    static int ending(String word) {
        for (int length = Math.min(LONGEST_ENDING, word.length() - SHORTEST_STEM); length > 1; length--) {
            Integer bits = ENDINGS.get(word.substring(word.length() - length));
            if (bits != null) {
                return bits;
            }
        }
        return 0;
    }

    private static List<String> lines() {
        try (var in = Objects.requireNonNull(CommonWords.class.getResourceAsStream("/languages.txt"), "languages.txt");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("languages.txt cannot be read", e);
        }
    }
}
