package caspianwatch.matching.language;

import caspianwatch.matching.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The plain spelling ({@code kazakh-latin.txt}) in which a Kazakh word is the same, whether it is written in Cyrillic letters or
 * in any of the Latin spellings: теңіз, teńiz, teñız and tengiz are {@code teniz}. Letters and digits of ASCII alone.
 */
public final class LatinKazakh {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** The second letters of spellings of two. */
    private static final String SECOND = "h'";
    private static final int LONGEST_TEXT = 3000;
    private static final String FRONT = "öóüú";
    private static final String OPEN = "äáə";
    /** Letters of which one at most is such a one where it is there by chance; twice as many for the rarest. */
    private static final int RARE = 70;
    private static final Map<String, String> SPELLINGS = new HashMap<>();

    static {
        try (var in = Objects.requireNonNull(LatinKazakh.class.getResourceAsStream("/kazakh-latin.txt"),
                "kazakh-latin");
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(LatinKazakh::line);
        } catch (IOException e) {
            throw new UncheckedIOException("kazakh-latin.txt cannot be read", e);
        }
    }

    private LatinKazakh() {}

    private static void line(String line) {
        int equals = line.indexOf('=');
        String plain = line.substring(0, equals).strip();
        SPACES.splitAsStream(line.substring(equals + 1).replace("|", " ").strip())
                .forEach(spelling -> spelling(spelling, plain.equals("-") ? "" : plain));
    }

    /**
     * What a text's spelling tells apart.
     *
     * @param back қ from к
     * @param front ө and ү from о and у
     * @param open ә from а
     */
    public record Distinctions(boolean back, boolean front, boolean open) {}

    /** What a text tells apart; a name or two of another language with such letters do not count. */
    public static Distinctions of(String text) {
        int letters = 0;
        int back = 0;
        int front = 0;
        int open = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST_TEXT); i++) {
            char letter = Character.toLowerCase(text.charAt(i));
            letters += Character.isLetter(letter) ? 1 : 0;
            back += letter == 'q' ? 1 : 0;
            front += FRONT.indexOf(letter) >= 0 ? 1 : 0;
            open += OPEN.indexOf(letter) >= 0 ? 1 : 0;
        }
        return new Distinctions(back * RARE > letters, front * RARE > letters, open * 2 * RARE > letters);
    }

    /** A word in the plain spelling of texts that tell less apart. */
    public static String plain(String word, Distinctions told) {
        String plain = plain(word);
        if (!told.back) {
            plain = plain.replace('q', 'k');
        }
        if (!told.open) {
            plain = plain.replace('x', 'a');
        }
        return told.front ? plain : plain.replace('w', 'o').replace('y', 'u').replace("uu", "u");
    }

    private static void spelling(String letters, String plain) {
        if (letters.length() > 2 || (letters.length() == 2 && SECOND.indexOf(letters.charAt(1)) < 0)) {
            throw new IllegalStateException("kazakh-latin.txt: " + letters + " is no letter, nor one before h or '");
        }
        SPELLINGS.put(letters, plain);
    }

    /** A word as it is written, in plain spelling with all distinctions; nothing where it has letters that are neither Kazakh nor Latin. */
    public static String plain(String word) {
        String small = small(word);
        var plain = new StringBuilder(small.length());
        int at = 0;
        while (at < small.length()) {
            boolean pair = at + 1 < small.length() && SECOND.indexOf(small.charAt(at + 1)) >= 0;
            String spelling = pair ? SPELLINGS.get(small.substring(at, at + 2)) : null;
            int length = spelling == null ? 1 : 2;
            if (spelling == null) {
                spelling = SPELLINGS.get(small.substring(at, at + 1));
            }
            add(plain, spelling == null ? Folding.fold(small.substring(at, at + 1)) : spelling);
            at += length;
        }
        // щ is ş or şş
        return plain.chars().allMatch(LatinKazakh::isPlain) ? plain.toString().replace("shsh", "sh") : "";
    }

    /** и is i or ii, ы after и is heard no more; ң is n or ng, so that a g after it says nothing. */
    private static void add(StringBuilder plain, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            char last = plain.isEmpty() ? 0 : plain.charAt(plain.length() - 1);
            boolean silent = letter == '\'' || (letter == last && (letter == 'i' || letter == 'u'))
                    || (letter == 'g' && last == 'n');
            if (!silent) {
                plain.append(letter);
            }
        }
    }

    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    }

    private static String small(String word) {
        String composed = Normalizer.isNormalized(word, Normalizer.Form.NFC)
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFC);
        return composed.replace('İ', 'i').toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'')
                .replace('ʻ', '\'').replace('‘', '\'').replace('`', '\'');
    }
}
