package caspianwatch.matching.text;

import org.jspecify.annotations.Nullable;

/**
 * The words of a text in order, folded, with their place in the source: slicing the source from {@code start(i)} to
 * {@code end(j)} gives the words i to j as they were written. Immutable.
 *
 * <p>Letters and digits make words; an apostrophe between letters belongs to its word ({@code denizi'nde}), a hyphen
 * parts two. French and Italian elisions ({@code l'Iran}) are words of their own. Chinese has no spaces: there every character
 * is a word, and a term of several is a phrase.
 */
public final class Tokens {
    /** Letters that there are after those of the last word, so that nobody reads beyond the end. */
    public static final int BEYOND = 12;

    private final String text;
    private final char[] letters;
    private final int[] places;
    private final int[] spans;
    private final long[] hashes;
    private final long @Nullable [] apostrophes;

    /**
     * @param places two for each word: its first code unit in the source, and the one after its last
     * @param spans the same in {@code letters}
     * @param apostrophes a bit for each word that has one
     */
    Tokens(String text, char[] letters, int[] places, int[] spans, long[] hashes, long @Nullable [] apostrophes) {
        this.text = text;
        this.letters = letters;
        this.places = places;
        this.spans = spans;
        this.hashes = hashes;
        this.apostrophes = apostrophes;
    }

    /** Cuts a text. */
    public static Tokens of(String text) {
        return TokenCutter.cut(text);
    }

    /** Cuts a text, or gives what this thread made of this very string lately: an article is first tagged, then matched. */
    public static Tokens recent(String text) {
        return TokenCutter.recent(text);
    }

    /** How many words. */
    public int size() {
        return hashes.length;
    }

    /** A word, folded. */
    public String word(int index) {
        return new String(letters, from(index), to(index) - from(index));
    }

    /** First UTF-16 code unit of a word in the source, inclusive. */
    public int start(int index) {
        return places[2 * index];
    }

    /** Last UTF-16 code unit of a word in the source, exclusive. */
    public int end(int index) {
        return places[2 * index + 1];
    }

    /** The source. */
    public String text() {
        return text;
    }

    /** The words first to last, both inclusive, as they were written. */
    public String slice(int first, int last) {
        return text.substring(start(first), end(last));
    }

    /** The folded letters of all words, and between words something that means nothing; not to be written to. */
    public char[] letters() {
        return letters;
    }

    /** The first letter of a word in {@link #letters()}. */
    public int from(int index) {
        return spans[2 * index];
    }

    /** The letter after a word's last in {@link #letters()}. */
    public int to(int index) {
        return spans[2 * index + 1];
    }

    /** Whether an apostrophe is among a word's letters. */
    public boolean hasApostrophe(int index) {
        return apostrophes != null && (apostrophes[index >>> 6] >>> index & 1) != 0;
    }

    /** {@link #hash} of each word; not to be written to. */
    public long[] hashes() {
        return hashes;
    }

    /** Whether any word has an apostrophe among its letters. */
    public boolean hasApostrophes() {
        return apostrophes != null;
    }

    /** {@link Hash} of a word's letters. */
    public long hash(int index) {
        return hashes[index];
    }
}
