package caspianwatch.matching.term;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that must stand next to one another, in this order. */
public record Term(List<Word> words) {
    public Term {
        words = List.copyOf(words);
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

    /** The words as they are written in a query, without quotes. */
    public String print() {
        return words.stream().map(Word::print).collect(Collectors.joining(" "));
    }

    /** Whether it is one exact word, which could also be the name of something else. */
    public boolean isPlainWord() {
        var first = words.getFirst();
        return words.size() == 1 && first.endings() == null && first.written() == null;
    }
}
