package caspianwatch.matching;

/** A query that cannot be read. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1;

    private final int position;

    QueryException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** The UTF-16 offset in the query at which it went wrong, from 0. */
    public int position() {
        return position;
    }
}
