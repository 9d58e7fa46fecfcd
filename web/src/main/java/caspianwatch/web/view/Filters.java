package caspianwatch.web.view;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.Query;
import caspianwatch.matching.QueryException;
import java.util.List;
import java.util.Optional;

/** Reads the text of a filter: the query language in the product. */
@FunctionalInterface
public interface Filters {
    /** What the text is; a blank text takes every article. */
    Reading read(String text);

    /** A filter, or what is wrong with its text. */
    sealed interface Reading {
        /** Takes some articles. */
        @FunctionalInterface
        non-sealed interface Filter extends Reading {
            /** The words for which it takes the article, in text order; empty where it does not. */
            Optional<List<Evidence>> match(TaggedArticle article);
        }

        /** Cannot be read from this UTF-16 offset on. */
        record Wrong(String message, int position) implements Reading {}
    }

    /** Takes every article, for no words. */
    Reading.Filter ALL = _ -> Optional.of(List.of());

    /** The query language. */
    static Filters queries() {
        return text -> {
            if (text.isBlank()) {
                return ALL;
            }
            try {
                Query query = Query.parse(text);
                return (Reading.Filter) query::match;
            } catch (QueryException e) {
                return new Reading.Wrong(e.getMessage() == null ? "not a query" : e.getMessage(), e.position());
            }
        };
    }
}
