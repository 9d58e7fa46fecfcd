package caspianwatch.bench.matching;

import caspianwatch.contract.Json;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The same translation as {@link LuceneQueries}, in OpenSearch's query language, for queries that spans can express. */
final class PercolatorQueries {
    private PercolatorQueries() {}

    /** A query as JSON. */
    static String json(Node node) {
        return Json.write(of(node));
    }

    /** What the percolator gets for an article's text: our words with spaces between, for its analyzer to part them. */
    static String words(String text) {
        var tokens = Tokens.of(text);
        var words = new ArrayList<String>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.word(i));
        }
        return String.join(" ", words);
    }

    private static Map<String, Object> of(Node node) {
        return switch (node) {
            case Node.Words(var where, var term) -> words(where, LuceneQueries.texts(term));
            case Node.Near(var left, var right, var within) -> near(left, right, within);
            case Node.And(var parts) -> bool(Map.of("must",
                    parts.stream().filter(part -> !(part instanceof Node.Not)).map(PercolatorQueries::of).toList(),
                    "must_not", parts.stream().filter(Node.Not.class::isInstance)
                            .map(part -> of(((Node.Not) part).part())).toList()));
            case Node.Or(var parts) -> bool(Map.of("should", parts.stream().map(PercolatorQueries::of).toList()));
            case Node.Not _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _ ->
                throw new IllegalArgumentException("not asked of the percolator: " + node);
        };
    }

    private static Map<String, Object> words(Where where, List<String> texts) {
        String field = LuceneArticles.field(where);
        return texts.size() == 1
                ? Map.of("term", Map.of(field, texts.getFirst()))
                : Map.of("match_phrase", Map.of(field, String.join(" ", texts)));
    }

    private static Map<String, Object> near(Node left, Node right, int within) {
        var one = LuceneQueries.sides(left);
        var other = LuceneQueries.sides(right);
        if (one.size() != 1 || other.size() != 1 || !Collections.disjoint(one.getFirst(), other.getFirst())) {
            throw new IllegalArgumentException(
                    "not asked of the percolator: NEAR with OR or with a word on both sides");
        }
        return spanNear(List.of(span(one.getFirst()), span(other.getFirst())), within - 1, false);
    }

    private static Map<String, Object> span(List<String> texts) {
        String field = LuceneArticles.field(Where.ANYWHERE);
        List<Map<String, Object>> spans = texts.stream()
                .map(text -> Map.<String, Object>of("span_term", Map.of(field, text))).toList();
        return spans.size() == 1 ? spans.getFirst() : spanNear(spans, 0, true);
    }

    private static Map<String, Object> spanNear(List<Map<String, Object>> clauses, int slop, boolean inOrder) {
        return Map.of("span_near", Map.of("clauses", clauses, "slop", slop, "in_order", inOrder));
    }

    private static Map<String, Object> bool(Map<String, Object> clauses) {
        return Map.of("bool", clauses);
    }
}
