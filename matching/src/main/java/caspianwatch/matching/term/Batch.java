package caspianwatch.matching.term;

import java.util.Arrays;

/** What it takes to look up many tokens at once, kept for the next; and what came of it. For one thread. */
public final class Batch {
    /** Tokens that are looked up together; what is read ahead for them is still near when it is needed. */
    static final int SIZE = 128;

    final int[] tokens = new int[SIZE];
    final long[] slots = new long[SIZE];
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
