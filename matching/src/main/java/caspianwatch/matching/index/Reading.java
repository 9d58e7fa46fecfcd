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
    private final Hits hits = new Hits();
    /** What hangs on the article's keys. */
    private int[][] postings = new int[64][];
    /** Where in its posting is what passed. */
    private int[] passed = new int[64];
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

    /** What hangs on the queries that match in the version that is being read. */
    List<T> matches(Postings byKey, Slots.Table<T> slots) {
        int count = collect(byKey);
        for (int i = 0; i < count; i++) {
            scan(postings[i], slots);
        }
        var matches = new ArrayList<T>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            matches.add(slots.value(hits.slot(i)));
        }
        return matches;
    }

    /** Finds the postings of all keys first, and brings them near, so that their reads from memory overlap. */
    private int collect(Postings byKey) {
        if (occurrences.keys() > postings.length) {
            postings = new int[2 * occurrences.keys()][];
        }
        int count = 0;
        for (int i = 0; i < occurrences.keys(); i++) {
            int[] posting = byKey.get(occurrences.key(i));
            if (posting != null) {
                postings[count++] = posting;
            }
        }
        for (int i = 0; i < count; i++) {
            touched += postings[i][0];
        }
        return count;
    }

    private void scan(int[] posting, Slots.Table<T> slots) {
        int end = Posting.end(posting);
        if (end > passed.length) {
            passed = new int[2 * end];
        }
        int count = 0;
        for (int at = Posting.HEADS; at < end; at += Posting.HEAD) {
            passed[count] = at;
            count += occurrences.bit(Posting.second(posting, at));
        }
        checks += count;
        for (int i = 0; i < count; i++) {
            int at = passed[i];
            int what = posting[at + 1];
            int slot = what;
            if (what < 0) {
                slot = posting[~what];
                if (!check.holds(posting, ~what + 1)) {
                    continue;
                }
            }
            if (slots.isIn(slot, version)) {
                if (posting[at] < 0) {
                    hits.addOnce(slot);
                } else {
                    hits.add(slot);
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
        hits.clear();
        checks = 0;
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return occurrences.isLarge();
    }
}
