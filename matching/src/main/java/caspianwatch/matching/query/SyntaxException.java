package caspianwatch.matching.query;

/** A query that cannot be read, and the UTF-16 offset at which it went wrong. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int position;

    SyntaxException(String message, int position) {
        super(message);
        this.position = position;
    }

    /** From 0. */
    public int position() {
        return position;
    }
}
