package caspianwatch.bench.matching;

import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.Word;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * The part of the query language that Lucene has too, as Lucene's queries: words, phrases, {@code NEAR/n}, AND, OR, NOT,
 * {@code title:} and {@code text:}. Stems, exact spelling, tags, attributes and severity are ours alone.
 *
 * <p>Our {@code NEAR/n} lets two places in one field lie at most n tokens apart, neighbours being 1 apart, in either order, and
 * never counts places that overlap. That is an unordered span with a slop of n - 1 where the two sides have no word in
 * common, and so cannot overlap. Where they do it is intervals: one side before the other or the reverse, at most n - 1 tokens
 * between. A side with OR is the same as one NEAR for each of its parts.
 */
public final class LuceneQueries {
    private LuceneQueries() {}

    /** Translates; throws {@link IllegalArgumentException} for what Lucene has not. */
    public static Query of(Node node) {
        return switch (node) {
            case Node.Words(var where, var term) -> words(LuceneArticles.field(where), texts(term));
            case Node.Near(var left, var right, var within) -> near(left, right, within);
            case Node.And(var parts) -> and(parts);
            case Node.Or(var parts) -> any(parts.stream().map(LuceneQueries::of).toList());
            case Node.Not _ -> and(List.of(node));
            case Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _ ->
                throw new IllegalArgumentException("not in the shared part of the language: " + node);
        };
    }

    private static Query and(List<Node> parts) {
        var all = new BooleanQuery.Builder();
        for (var part : parts) {
            if (part instanceof Node.Not(var not)) {
                all.add(of(not), Occur.MUST_NOT);
            } else {
                all.add(of(part), Occur.MUST);
            }
        }
        if (parts.stream().allMatch(Node.Not.class::isInstance)) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    private static Query any(List<Query> queries) {
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return queries.size() == 1 ? queries.getFirst() : any.build();
    }

    private static Query words(String field, List<String> texts) {
        return texts.size() == 1
                ? new TermQuery(new org.apache.lucene.index.Term(field, texts.getFirst()))
                : new PhraseQuery(field, texts.toArray(String[]::new));
    }

    private static Query near(Node left, Node right, int within) {
        return any(sides(left).stream().flatMap(one -> sides(right).stream().map(other -> near(one, other, within)))
                .toList());
    }

    private static Query near(List<String> left, List<String> right, int within) {
        String field = LuceneArticles.field(Where.ANYWHERE);
        if (Collections.disjoint(left, right)) {
            return new SpanNearQuery(new SpanQuery[]{span(field, left), span(field, right)}, within - 1, false);
        }
        var either = Intervals.or(Intervals.ordered(interval(left), interval(right)),
                Intervals.ordered(interval(right), interval(left)));
        return new IntervalQuery(field, Intervals.maxgaps(within - 1, either));
    }

    /** The words and phrases of a side of NEAR. */
    static List<List<String>> sides(Node side) {
        return switch (side) {
            case Node.Words(_, var term) -> List.of(texts(term));
            case Node.Or(var parts) -> parts.stream().flatMap(part -> sides(part).stream()).toList();
            case Node.And _,Node.Not _,Node.Near _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _ ->
                throw new IllegalArgumentException("NEAR joins words only, not " + side);
        };
    }

    static List<String> texts(Term term) {
        if (term.words().stream().anyMatch(word -> word.endings() != null || word.written() != null)) {
            throw new IllegalArgumentException("not in the shared part of the language: " + term);
        }
        return term.words().stream().map(Word::text).toList();
    }

    private static SpanQuery span(String field, List<String> texts) {
        var spans = texts.stream().map(text -> new SpanTermQuery(new org.apache.lucene.index.Term(field, text)))
                .toArray(SpanQuery[]::new);
        return spans.length == 1 ? spans[0] : new SpanNearQuery(spans, 0, true);
    }

    private static IntervalsSource interval(List<String> texts) {
        return Intervals.phrase(texts.toArray(String[]::new));
    }
}
