package caspianwatch.matching.gazetteer;

/** A gazetteer that cannot be used; the message names file, line and entry. */
public final class GazetteerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GazetteerException(String message) {
        super(message);
    }
}
