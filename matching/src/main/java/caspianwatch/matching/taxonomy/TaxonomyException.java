package caspianwatch.matching.taxonomy;

/** A taxonomy that cannot be used; the message names file and tag. */
public final class TaxonomyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TaxonomyException(String message) {
        super(message);
    }
}
