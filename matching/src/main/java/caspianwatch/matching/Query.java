package caspianwatch.matching;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import java.util.List;
import java.util.Optional;

/** A query in the query language: of a subscription, of a search, of the wire's filter. Immutable. */
@SuppressWarnings("DoNotCallSuggester")
public final class Query {
    private Query() {}

    /** Reads a query; {@link QueryException} says what is wrong and where. */
    public static Query parse(String text) throws QueryException {
        throw new IllegalStateException("not written yet");
    }

    /** The canonical text: parsing it gives an equal query. */
    public String print() {
        throw new IllegalStateException("not written yet");
    }

    /** Why the article matches, in text order; empty where it does not match. A match on tags alone has the tags' evidence. */
    public Optional<List<Evidence>> match(TaggedArticle article) {
        throw new IllegalStateException("not written yet");
    }
}
