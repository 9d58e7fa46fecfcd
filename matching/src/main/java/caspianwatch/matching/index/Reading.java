package caspianwatch.matching.index;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** What one thread needs to match one article, kept for the next. */
final class Reading<T> {
    /** Reads no version. */
    static final long IDLE = Long.MAX_VALUE;

    /** Tokens for which memory is read ahead. */
    private static final int AHEAD = 32;

    /** The version of the index that is being read. What counts in it must stay reachable. */
    volatile long version = IDLE;

    private final Vocabulary vocabulary;
    private final Occurrences occurrences = new Occurrences();
    private final Check check = new Check(occurrences);
    private final List<Entry<T>> matches = new ArrayList<>();
    private final Met<T> met = new Met<>();
    private int checks;
    /** Kept so that what is read ahead is not read for nothing in the compiler's eyes. */
    @SuppressWarnings("unused")
    private int touched;

    Reading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Occurrences occurrences() {
        return occurrences;
    }

    /** Finds all keys of an article. */
    void read(TaggedArticle tagged) {
        occurrences.clear();
        var article = tagged.article();
        words(Tokens.recent(article.title()));
        occurrences.endTitle();
        words(Tokens.recent(article.text()));
        occurrences.fact(Vocabulary.ALWAYS);
        fact(Kind.LANGUAGE, Folding.fold(tagged.language()));
        fact(Kind.COUNTRY, Folding.fold(article.source().country()));
        fact(Kind.SEVERITY, String.valueOf(tagged.severity().digit()));
        for (var tag : tagged.tags()) {
            fact(Kind.TAG, tag.id());
        }
        for (var entity : tagged.entities()) {
            fact(Kind.ENTITY, entity.id());
        }
        if (vocabulary.longestSource() > 0) {
            SourceNames.of(article.source(), vocabulary.longestSource(), this::fact);
        }
    }

    private void words(Tokens tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (i % AHEAD == 0) {
                touched += vocabulary.touch(tokens, i, Math.min(tokens.size(), i + AHEAD));
            }
            vocabulary.find(tokens, i, occurrences.found());
            occurrences.endPosition();
        }
    }

    private void fact(Kind kind, String value) {
        occurrences.fact(vocabulary.key(kind, value));
    }

    /** The entries that match in the version that is being read. */
    List<Entry<T>> matches(Postings<T> postings) {
        for (int i = 0; i < occurrences.keys(); i++) {
            var posting = postings.get(occurrences.key(i));
            if (posting != null) {
                scan(posting);
            }
        }
        return matches;
    }

    private void scan(Posting<T> posting) {
        int size = posting.size();
        for (int i = 0; i < size; i++) {
            int second = posting.second(i);
            if ((second & ~Posting.REPEATED) == 0 || occurrences.mayHave(second & ~Posting.REPEATED)) {
                var entry = posting.entry(i);
                if (entry != null && entry.isIn(version) && (second >= 0 || met.add(entry))) {
                    checks++;
                    if (check.holds(entry.program)) {
                        matches.add(entry);
                    }
                }
            }
        }
    }

    /** How many queries the article had to be checked against. */
    int checks() {
        return checks;
    }

    /** Forgets the matches. */
    void clear() {
        matches.clear();
        met.clear();
        checks = 0;
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return occurrences.isLarge() || met.isLarge();
    }
}
