package caspianwatch.matching.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The words of a text in order, folded, with their place in the source: slicing the source from {@code start(i)} to
 * {@code end(j)} gives the words i to j as they were written.
 *
 * <p>Letters and digits make words; an apostrophe between letters belongs to its word ({@code denizi'nde}), a hyphen
 * parts two. French and Italian elisions ({@code l'Iran}) are words of their own. Chinese has no spaces: there every character
 * is a word, and a term of several is a phrase.
 */
public final class Tokens {
    private static final Set<String> ELISIONS = Set.of("l", "d", "n", "s", "j", "m", "c", "qu");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    private Tokens(String text) {
        this.text = text;
    }

    /** Cuts a text. */
    public static Tokens of(String text) {
        var tokens = new Tokens(text);
        var folded = Folded.of(text);
        int i = 0;
        while (i < folded.length()) {
            if (!folded.isWord(i)) {
                i++;
                continue;
            }
            int from = i;
            if (folded.isIdeograph(i)) {
                i = folded.afterCharacter(i);
            } else {
                while (i < folded.length() && continues(folded, from, i)) {
                    i++;
                }
            }
            tokens.add(folded, from, i);
        }
        return tokens;
    }

    private static boolean continues(Folded folded, int from, int at) {
        return folded.isWord(at) ? !folded.isIdeograph(at) : joins(folded, from, at);
    }

    private static boolean joins(Folded folded, int from, int at) {
        return folded.charAt(at) == '\'' && at + 1 < folded.length() && folded.isWord(at + 1)
                && !folded.isIdeograph(at + 1)
                && !ELISIONS.contains(folded.slice(from, at));
    }

    private void add(Folded folded, int from, int to) {
        int index = words.size();
        if (index == starts.length) {
            starts = Arrays.copyOf(starts, index * 2);
            ends = Arrays.copyOf(ends, index * 2);
        }
        words.add(folded.slice(from, to));
        starts[index] = folded.start(from);
        ends[index] = folded.end(to - 1);
    }

    /** How many words. */
    public int size() {
        return words.size();
    }

    /** A word, folded. */
    public String word(int index) {
        return words.get(index);
    }

    /** First UTF-16 code unit of a word in the source, inclusive. */
    public int start(int index) {
        return starts[index];
    }

    /** Last UTF-16 code unit of a word in the source, exclusive. */
    public int end(int index) {
        return ends[index];
    }

    /** The source. */
    public String text() {
        return text;
    }

    /** The words first to last, both inclusive, as they were written. */
    public String slice(int first, int last) {
        return text.substring(starts[first], ends[last]);
    }
}
