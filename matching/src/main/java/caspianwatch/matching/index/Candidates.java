package caspianwatch.matching.index;

import java.util.Arrays;

/**
 * The queries that hang on an article's keys and whose marks it has too: those of which nothing is left to ask, and by the
 * operation of what is left the others. Kept for the next article. For one thread.
 */
final class Candidates {
    /** The slots of those of which nothing is left to ask. */
    private int[] sure = new int[256];
    private int sureCount;
    /** Where the bodies of the others are: in which of the postings, and at which place. */
    private int[] in = new int[256];
    private int[] at = new int[256];
    private int count;
    /** The same in the order of their operations. */
    private int[] order = new int[256];
    private final int[] ends = new int[Program.OPERATIONS + 1];
    /** Kept so that what is read ahead is not read for nothing in the compiler's eyes. */
    @SuppressWarnings("unused")
    private int touched;

    void clear() {
        sureCount = 0;
        count = 0;
    }

    int size() {
        return sureCount + count;
    }

    /** Whether it has grown so much that it is better made anew. */
    boolean isLarge() {
        return sure.length > 1 << 18;
    }

    /** Finds those in a posting whose marks the article has, without a branch, for none could be foretold. */
    void find(int[] posting, int which, Occurrences article) {
        int end = Posting.end(posting);
        if (Math.max(sureCount, count) + end > sure.length) {
            int room = 2 * (Math.max(sureCount, count) + end);
            sure = Arrays.copyOf(sure, room);
            in = Arrays.copyOf(in, room);
            at = Arrays.copyOf(at, room);
        }
        int surely = sureCount;
        int others = count;
        for (int head = Posting.HEADS; head < end; head += Posting.HEAD) {
            int has = article.bit(Posting.mark(posting, head));
            int what = posting[head + 1];
            int isBody = what >>> 31;
            sure[surely] = what;
            surely += has & ~isBody;
            in[others] = which;
            at[others] = ~what;
            others += has & isBody;
        }
        sureCount = surely;
        count = others;
    }

    /** Adds those that hold, unless they are newer than what is read: of which there are so many. */
    void decide(int[][] postings, Check check, int slots, Hits hits) {
        hits.makeRoom(sureCount + count, slots);
        sort(postings);
        for (int i = 0; i < sureCount; i++) {
            if (sure[i] < slots) {
                hits.add(sure[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            int[] posting = postings[in[order[i]]];
            int body = at[order[i]];
            if (posting[body] < slots && check.holds(posting, body + 1)) {
                hits.add(posting[body]);
            }
        }
    }

    /** So that what is done next can be foretold. */
    private void sort(int[][] postings) {
        if (count > order.length) {
            order = new int[in.length];
        }
        int near = 0;
        for (int i = 0; i < count; i++) {
            near += postings[in[i]][at[i]];
        }
        touched = near;
        Arrays.fill(ends, 0);
        for (int i = 0; i < count; i++) {
            ends[Program.operation(postings[in[i]][at[i] + 1])]++;
        }
        for (int operation = 1; operation < ends.length; operation++) {
            ends[operation] += ends[operation - 1];
        }
        for (int i = 0; i < count; i++) {
            order[--ends[Program.operation(postings[in[i]][at[i] + 1])]] = i;
        }
    }
}
