package caspianwatch.matching.index;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import java.util.List;

/** What one thread needs to match one article, kept for the next. */
final class Reading<T> {
    /** Reads no version. */
    static final long IDLE = Long.MAX_VALUE;

    /** Numbers that come from memory together. */
    private static final int LINE = 16;

    /** The version of the index that is being read. What counts in it must stay reachable. */
    volatile long version = IDLE;

    private final Vocabulary vocabulary;
    private final Occurrences occurrences = new Occurrences();
    private final Check check = new Check(occurrences);
    private final Candidates candidates = new Candidates();
    private final Hits hits = new Hits();
    /** What hangs on the article's keys. */
    private int[][] postings = new int[64][];
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
        occurrences.clear(vocabulary.highest());
        var article = tagged.article();
        var title = Tokens.recent(article.title());
        var text = Tokens.recent(article.text());
        vocabulary.find(title, 0, occurrences.words());
        occurrences.beginText(title.size() + Occurrences.GAP);
        vocabulary.find(text, title.size() + Occurrences.GAP, occurrences.words());
        occurrences.link();
        occurrences.fact(Vocabulary.ALWAYS);
        if (vocabulary.asksFor(Kind.LANGUAGE)) {
            fact(Kind.LANGUAGE, Folding.fold(tagged.language()));
        }
        if (vocabulary.asksFor(Kind.COUNTRY)) {
            fact(Kind.COUNTRY, Folding.fold(article.source().country()));
        }
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

    private void fact(Kind kind, String value) {
        occurrences.fact(vocabulary.key(kind, value));
    }

    /** What hangs on the queries that match in the version that is being read. */
    List<T> matches(Postings byKey, SlotTable<T> slots) {
        int count = collect(byKey);
        for (int i = 0; i < count; i++) {
            candidates.find(postings[i], i, occurrences);
        }
        candidates.decide(postings, check, slots.size(), hits);
        return slots.values(hits, version);
    }

    /** Finds the postings of all keys, and brings near the heads of all but the longest. */
    private int collect(Postings byKey) {
        if (occurrences.keys() >= postings.length) {
            postings = new int[2 * occurrences.keys()][];
        }
        int count = occurrences.keys();
        for (int i = 0; i < count; i++) {
            postings[i] = byKey.of(occurrences.keyAt(i));
        }
        int near = 0;
        for (int i = 0; i < count; i++) {
            int[] posting = postings[i];
            near += posting[0] + posting[Math.min(LINE, posting.length - 1)];
        }
        for (int i = 0; i < count; i++) {
            int[] posting = postings[i];
            near += posting[Math.min(2 * LINE, Posting.end(posting) - 1)];
        }
        touched = near;
        return count;
    }

    /** How many queries the article had to be checked against. */
    int checks() {
        return candidates.size();
    }

    /** Forgets the matches. */
    void clear() {
        hits.clear();
        candidates.clear();
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return occurrences.isLarge() || candidates.isLarge();
    }
}
