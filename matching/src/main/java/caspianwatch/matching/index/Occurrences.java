package caspianwatch.matching.index;

import caspianwatch.matching.term.Batch;
import java.util.Arrays;

/**
 * Which keys an article has, and where: every word of title and text that some query asks for, each with its positions, and
 * facts, which have none. Title and text share one line of positions with a gap between them that no phrase and no NEAR can
 * bridge. Its arrays are kept for the next article. For one thread.
 *
 * <p>Whether a key is new cannot be foretold, so that nothing here branches on it: that would cost more than all the rest.
 */
final class Occurrences {
    /** Empty positions between title and text. */
    static final int GAP = 256;
    /** Marks for words that follow one another. */
    private static final int PAIRS = 1 << 15;
    /** Places of words that follow another, by their marks. */
    private static final int FOLLOWING = 1 << 11;

    /** The keys of words, in the order of their positions; a place is an index of what it found. */
    private final Batch words = new Batch();
    /** For each place the one before it of the same word; -1 where there is none. */
    private int[] before = new int[512];
    private int text;
    /** Where a word follows another: one place of each mark, or a place of an article before this one. */
    private final int[] following = new int[FOLLOWING];

    /** Each key once. */
    private int[] keys = new int[512];
    private int count;
    /** The last place of every key that the article has. */
    private int[] last = new int[64];
    /** A bit for every mark: of pairs, then of keys. */
    private long[] bits = new long[PAIRS / Long.SIZE + 1];

    /** The mark of an article that has a key. */
    static int mark(int key) {
        return PAIRS + key;
    }

    /** The mark of an article in which one word follows another, perhaps; many pairs of words share one. */
    static int mark(int key, int following) {
        return ((key * 0x9E3779B9 + following) * 0x85EBCA6B) >>> -Integer.numberOfTrailingZeros(PAIRS);
    }

    static boolean isPair(int mark) {
        return mark < PAIRS;
    }

    /** The key of a mark that is not of a pair. */
    static int key(int mark) {
        return mark - PAIRS;
    }

    /**
     * Begins an article.
     *
     * @param highest the highest key there is; any that is higher is newer than what this article is to meet, and is passed over
     */
    void clear(int highest) {
        for (int i = 0; i < count; i++) {
            bits[mark(keys[i]) >>> 6] = 0;
        }
        Arrays.fill(bits, 0, PAIRS / Long.SIZE, 0);
        if (highest >= last.length) {
            last = new int[highest + 1 + highest / 2];
            bits = new long[(mark(last.length) >>> 6) + 1];
        }
        words.clear();
        text = 0;
        count = 0;
    }

    /** Whether it has grown so much for one article that it is better made anew. */
    boolean isLarge() {
        return before.length > 1 << 18;
    }

    /** Where all words of the article are to be added, before {@link #link}. */
    Batch words() {
        return words;
    }

    /** Takes in the words. */
    void link() {
        int end = words.size();
        if (end > before.length) {
            before = new int[2 * end];
        }
        int[] found = words.numbers();
        int[] positions = words.positions();
        // Where the places of the last position begin, and those of the one before.
        int begin = 0;
        int previous = 0;
        for (int place = 0; place < end; place++) {
            if (place > 0 && positions[place] != positions[place - 1]) {
                previous = begin;
                begin = place;
            }
            int key = found[place];
            if (key >= last.length) {
                continue;
            }
            before[place] = last[key] | -add(key);
            last[key] = place;
            for (int left = previous; left < begin; left++) {
                int mark = mark(found[left], key);
                bits[mark >>> 6] |= (positions[place] - positions[left] == 1 ? 1L : 0) << mark;
                following[mark % FOLLOWING] = place;
            }
        }
    }

    /** Whether one word surely follows another somewhere; where the answer is no, it still may. */
    boolean follows(int key, int next) {
        int place = following[mark(key, next) % FOLLOWING];
        return place > 0 && place < words.size() && words.numbers()[place] == next
                && words.numbers()[place - 1] == key
                && words.positions()[place] - words.positions()[place - 1] == 1;
    }

    /** The text begins at a position; what comes before it is title. */
    void beginText(int at) {
        text = at;
    }

    void fact(int key) {
        if (key != 0 && key < last.length && !has(key)) {
            add(key);
            last[key] = -1;
        }
    }

    /** 1 where it is new. */
    private int add(int key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
        }
        int mark = mark(key);
        long word = bits[mark >>> 6];
        int isNew = (int) (~word >>> mark) & 1;
        bits[mark >>> 6] = word | (1L << mark);
        keys[count] = key;
        count += isNew;
        return isNew;
    }

    /** How many keys the article has. */
    int keys() {
        return count;
    }

    int keyAt(int index) {
        return keys[index];
    }

    boolean has(int key) {
        return bit(mark(key)) != 0;
    }

    /** 1 for a mark that it has, 0 for another. */
    int bit(int mark) {
        return mark >>> 6 < bits.length ? (int) (bits[mark >>> 6] >>> mark) & 1 : 0;
    }

    /** The last place of a word; -1 where there is none. */
    int last(int key) {
        return has(key) ? last[key] : -1;
    }

    /** The place before a place of the same word; -1 where there is none. */
    int before(int place) {
        return before[place];
    }

    int position(int place) {
        return words.positions()[place];
    }

    boolean isTitle(int position) {
        return position < text;
    }
}
