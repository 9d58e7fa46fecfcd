package caspianwatch.matching.term;

import java.util.Arrays;

/** What it takes to look up many tokens at once, kept for the next; and what came of it. For one thread. */
public final class Batch {
    /** Tokens that are looked up together; what is read ahead for them is still near when it is needed. */
    static final int SIZE = 512;
    /** No answer that holds for a token wherever it stands. */
    static final int BY_PLACE = Integer.MIN_VALUE;
    private static final int SEEN = 2 * SIZE;

    /** Tokens that may be words. */
    final int[] tokens = new int[SIZE];
    /** Which of the different ones each is. */
    private final int[] which = new int[SIZE];
    /** The different ones: the hash of each, the token where it first stands, and where it should be among {@link Singles}. */
    final long[] hashes = new long[SIZE];
    final int[] firsts = new int[SIZE];
    final int[] places = new int[SIZE];
    /** What each is: a word's number, 0 for none, {@link #BY_PLACE}, or a negative number for {@link #several}. */
    final int[] answers = new int[SIZE];
    /** Which of the different ones was last seen, by some bits of its hash. */
    private final int[] seen = new int[SEEN];
    /** The words of tokens that are several: their count, then they. */
    final Ids several = new Ids();
    /** The words of one token. */
    final Ids ids = new Ids();
    /** Kept so that what is read ahead is not read for nothing in the compiler's eyes. */
    int touched;

    private int[] numbers = new int[512];
    private int[] positions = new int[512];
    private int size;

    /** Forgets what was found. */
    public void clear() {
        size = 0;
    }

    /** How many words were found; a token can be several. */
    public int size() {
        return size;
    }

    /** The numbers of the words found, in the order of their positions. */
    public int[] numbers() {
        return numbers;
    }

    /** The position of each word found. */
    public int[] positions() {
        return positions;
    }

    /**
     * Finds out which of the first so many {@link #tokens} are different, mostly: the same one may count twice. Here equal hashes
     * make a word, for of two that meet at least one is asked for, and stands in the text.
     *
     * @return how many there are
     */
    int distinct(long[] all, int count) {
        int different = 0;
        for (int i = 0; i < count; i++) {
            long hash = all[tokens[i]];
            int slot = (int) (hash >>> 40) & (SEEN - 1);
            int before = seen[slot];
            // Without a branch, for none could be foretold.
            long differs = hashes[before] ^ hash;
            int isKnown = (before - different) >> 31 & (int) ~((differs | -differs) >> 63);
            int it = different ^ ((different ^ before) & isKnown);
            hashes[different] = hash;
            firsts[different] = tokens[i];
            seen[slot] = it;
            which[i] = it;
            different += 1 + isKnown;
        }
        return different;
    }

    /** The answer for one of the {@link #tokens}. */
    int answer(int index) {
        return answers[which[index]];
    }

    void makeRoom(int more) {
        if (size + more > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * (size + more));
            positions = Arrays.copyOf(positions, 2 * (size + more));
        }
    }

    /** Adds a word for which there is room, unless it is 0. */
    void add(int number, int position) {
        numbers[size] = number;
        positions[size] = position;
        // Without a branch: it could not be foretold.
        size += (number | -number) >>> 31;
    }
}
