package caspianwatch.bench.contest;

import java.util.List;

/**
 * Something that matches articles against rules. Any number of threads match; one adds, while none matches.
 *
 * @param <A> an article as it wants it, made before the time is taken
 */
public interface Contender<A> extends AutoCloseable {

    /** The article; what is done here is not timed. */
    A article(String title, String text);

    /** Adds rules as its file has them; the first has this number, and each other one more. */
    void add(int first, List<String> rules);

    /** No more are added for now: all of them must be seen once it returns. */
    default void added() {}

    /** How many rules the articles match, taken together. */
    int count(List<A> articles);

    /** The numbers of the rules that each article matches, in order. */
    List<int[]> hits(List<A> articles);

    /** What it keeps outside the heap, in bytes. */
    default long bytesOnDisk() {
        return 0;
    }

    /**
     * Changes rules on this thread and looks for the change, as often as it is asked to, while another thread matches.
     *
     * @return for every change the nanoseconds from the call until an article that tells the difference was answered rightly
     */
    default long[] changes(int count, List<A> articles) {
        throw new UnsupportedOperationException("changes are measured for our own index only");
    }

    @Override
    void close();
}
