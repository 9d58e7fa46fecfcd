package caspianwatch.matching.index;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import java.util.Arrays;
import java.util.List;

/** What one thread needs to match one article, kept for the next. */
final class Reading<T> {
    /** Reads no version. */
    static final long IDLE = Long.MAX_VALUE;

    /** Numbers that come from memory together. */
    private static final int LINE = 16;

    /** Tokens for which memory is read ahead. */
    private static final int AHEAD = 64;

    /** The version of the index that is being read. What counts in it must stay reachable. */
    volatile long version = IDLE;

    private final Vocabulary vocabulary;
    private final Occurrences occurrences = new Occurrences();
    private final Check check = new Check(occurrences);
    private final int[] likely = new int[AHEAD];
    private final Hits hits = new Hits();
    /** What hangs on the article's keys. */
    private int[][] postings = new int[64][];
    /** The heads that passed, and in which of the postings they are. */
    private int[] heads = new int[256];
    private int[] in = new int[256];
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
        occurrences.clear(vocabulary.highest());
        var article = tagged.article();
        var title = Tokens.recent(article.title());
        words(title, 0);
        occurrences.beginText(title.size() + Occurrences.GAP);
        words(Tokens.recent(article.text()), title.size() + Occurrences.GAP);
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

    private void words(Tokens tokens, int position) {
        for (int from = 0; from < tokens.size(); from += AHEAD) {
            int count = vocabulary.likely(tokens, from, Math.min(tokens.size(), from + AHEAD), likely);
            touched = vocabulary.touch(tokens, likely, count);
            for (int i = 0; i < count; i++) {
                vocabulary.find(tokens, likely[i], occurrences.found());
                occurrences.stand(position + likely[i]);
            }
        }
    }

    private void fact(Kind kind, String value) {
        occurrences.fact(vocabulary.key(kind, value));
    }

    /** What hangs on the queries that match in the version that is being read. */
    List<T> matches(Postings byKey, Slots.Table<T> slots) {
        int count = collect(byKey);
        int candidates = 0;
        for (int i = 0; i < count; i++) {
            candidates = scan(i, candidates);
        }
        checks = candidates;
        bringNear(candidates);
        for (int i = 0; i < candidates; i++) {
            decide(postings[in[i]], heads[i], slots);
        }
        return slots.values(hits);
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
            near += postings[i][0];
        }
        for (int i = 0; i < count; i++) {
            int[] posting = postings[i];
            int last = Posting.end(posting) - 1;
            near += posting[Math.min(LINE, last)] + posting[Math.min(2 * LINE, last)]
                    + posting[Math.min(3 * LINE, last)];
        }
        touched = near;
        return count;
    }

    /** Finds the heads in a posting whose marks the article has too, without a branch, for none could be foretold. */
    private int scan(int which, int before) {
        int[] posting = postings[which];
        int end = Posting.end(posting);
        if (before + end > heads.length) {
            heads = Arrays.copyOf(heads, 2 * (before + end));
            in = Arrays.copyOf(in, heads.length);
        }
        int count = before;
        for (int at = Posting.HEADS; at < end; at += Posting.HEAD) {
            heads[count] = at;
            in[count] = which;
            count += occurrences.bit(Posting.mark(posting, at));
        }
        return count;
    }

    private void bringNear(int candidates) {
        int near = 0;
        for (int i = 0; i < candidates; i++) {
            int[] posting = postings[in[i]];
            near += posting[Posting.place(posting, heads[i])];
        }
        touched = near;
    }

    private void decide(int[] posting, int head, Slots.Table<T> slots) {
        int place = Posting.place(posting, head);
        boolean holds = place == head + 1 || check.holds(posting, place + 1);
        if (holds && slots.isIn(posting[place], version)) {
            if (posting[head] < 0) {
                hits.addOnce(posting[place]);
            } else {
                hits.add(posting[place]);
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
        return occurrences.isLarge() || heads.length > 1 << 18;
    }
}
