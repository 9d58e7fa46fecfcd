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

            /** Why it is too broad to be told of every match; empty where it is not. */
            default Optional<String> flood() {
                return Optional.empty();
            }

            /** What is allowed in the text but probably not meant. */
            default List<String> notes() {
                return List.of();
            }
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
                return new OfQuery(Query.parse(text));
            } catch (QueryException e) {
                return new Reading.Wrong(e.getMessage() == null ? "not a query" : e.getMessage(), e.position());
            }
        };
    }

    /** A query as a filter. */
    record OfQuery(Query query) implements Reading.Filter {
        private static final double FLOOD = 0.5;

        @Override
        public Optional<List<Evidence>> match(TaggedArticle article) {
            return query.match(article);
        }

        @Override
        public Optional<String> flood() {
            var cost = query.cost();
            return cost.share() <= FLOOD
                    ? Optional.empty()
                    : Optional.of(cost.clause() + " alone meets about " + Math.round(cost.share() * 100)
                            + " of 100 articles: add a word, a phrase or a tag that must be there");
        }

        @Override
        public List<String> notes() {
            return query.notes().stream().map(note -> "at " + note.position() + ": " + note.message()).toList();
        }
    }
}
