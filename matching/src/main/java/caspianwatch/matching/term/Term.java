package caspianwatch.matching.term;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that must stand next to one another, in this order. A value; its hash is kept, for it is looked up all the time. */
public final class Term {
    /** No term has more words. */
    public static final int MAX_WORDS = 16;

    private final List<Word> words;
    private final int hash;

    private Term(List<Word> words) {
        if (words.size() > MAX_WORDS) {
            throw new IllegalArgumentException("a phrase has at most " + MAX_WORDS + " words");
        }
        this.words = List.copyOf(words);
        this.hash = this.words.hashCode();
    }

    /**
     * Reads a term such as {@code ракетн~ катер~}.
     *
     * @param language the language of stems that do not name one; null where they must
     * @throws IllegalArgumentException saying what is wrong
     */
    public static Term of(String text, @Nullable String language) {
        return new Term(Word.list(text, language));
    }

    static Term of(List<Word> words) {
        return new Term(words);
    }

    /** The words, one or more. */
    public List<Word> words() {
        return words;
    }

    /** The words as they are written in a query, without quotes. */
    public String print() {
        return words.stream().map(Word::print).collect(Collectors.joining(" "));
    }

    /** Whether it is one exact word, which could also be the name of something else. */
    public boolean isPlainWord() {
        var first = words.getFirst();
        return words.size() == 1 && first.endings() == null && first.written() == null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Term term && term.hash == hash && term.words.equals(words));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return print();
    }
}
