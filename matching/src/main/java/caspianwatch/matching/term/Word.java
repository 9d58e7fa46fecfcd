package caspianwatch.matching.term;

import caspianwatch.matching.language.Endings;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One word of a term.
 *
 * @param text folded
 * @param endings the class of endings that a stem may take; null for an exact word
 * @param written the word as it must be written, case included ({@code =US}); null where folding is all that counts
 */
public record Word(String text, @Nullable String endings, @Nullable String written) {
    private static final Pattern CHUNK = Pattern.compile("[^~\\s]+(~([a-z]{2}(-v)?|v)?(?![\\p{L}]))?");

    /**
     * Reads words: {@code вмф}, {@code флотил~ru}, {@code =US}, {@code военно-морск~} (two words, the second a stem).
     *
     * @param language what a bare {@code ~} stands for; null where it has to be said
     * @throws IllegalArgumentException saying what is wrong, where the text has no word or no such endings
     */
    static List<Word> list(String text, @Nullable String language) {
        var words = new ArrayList<Word>();
        var chunks = CHUNK.matcher(text);
        int end = 0;
        while (chunks.find()) {
            if (!text.substring(end, chunks.start()).isBlank()) {
                break;
            }
            chunk(chunks.group(), language, words);
            end = chunks.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new IllegalArgumentException("cannot read \"" + text.substring(end) + "\" after a stem");
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("\"" + text + "\" has no word in it");
        }
        return words;
    }

    private static void chunk(String chunk, @Nullable String language, List<Word> words) {
        int tilde = chunk.indexOf('~');
        String body = tilde < 0 ? chunk : chunk.substring(0, tilde);
        boolean written = body.startsWith("=");
        var tokens = Tokens.of(written ? body.substring(1) : body);
        if (tilde >= 0 && tokens.size() == 0) {
            throw new IllegalArgumentException("no stem before ~");
        }
        for (int i = 0; i < tokens.size(); i++) {
            boolean last = i == tokens.size() - 1;
            String endings = tilde >= 0 && last ? endings(chunk.substring(tilde + 1), language) : null;
            words.add(new Word(tokens.word(i), endings, written && endings == null ? tokens.slice(i, i) : null));
        }
    }

    private static String endings(String mark, @Nullable String language) {
        if (language == null && (mark.isEmpty() || mark.equals("v"))) {
            throw new IllegalArgumentException("say the stem's language after ~, as in флотил~ru");
        }
        String name = mark.isEmpty() ? String.valueOf(language) : mark.equals("v") ? language + "-v" : mark;
        if (Endings.of(name).isEmpty()) {
            throw new IllegalArgumentException("no endings are known for ~" + name);
        }
        return name;
    }

    /** As it is written in a query. */
    String print() {
        return endings != null ? text + "~" + endings : written != null ? "=" + written : text;
    }
}
