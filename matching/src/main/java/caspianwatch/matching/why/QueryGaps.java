package caspianwatch.matching.why;

import caspianwatch.contract.Evidence;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Printer;
import caspianwatch.matching.why.Missing.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fewest clauses that keep an article from matching: all that fail of a conjunction, those of the closest alternative of a
 * disjunction, and under NOT the other way round. Where each of several alternatives lacks one clause only, any of them would
 * do, and they count as one.
 */
public final class QueryGaps {
    private final ArticleView view;
    private final Set<String> tags;
    private final Instead instead;

    private QueryGaps(ArticleView view, Set<String> tags) {
        this.view = view;
        this.tags = tags;
        this.instead = new Instead(view);
    }

    /**
     * The clauses; none where the article matches.
     *
     * @param view of the article; its lexicon knows the query's terms
     * @param tags the ids of all tags
     */
    public static List<Missing> of(Node query, ArticleView view, Set<String> tags) {
        return new QueryGaps(view, tags).gaps(query);
    }

    private List<Missing> gaps(Node node) {
        if (Evaluation.matches(node, view)) {
            return List.of();
        }
        return switch (node) {
            case Node.And(var parts) -> parts.stream().flatMap(part -> gaps(part).stream()).toList();
            case Node.Or(var parts) -> closest(parts.stream().map(this::gaps).toList());
            case Node.Not(var part) -> obstacles(part);
            case Node.Near near -> List.of(near(near));
            case Node.Words _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _ ->
                List.of(new Missing(Kind.ABSENT, print(node), instead.of(node), List.of()));
        };
    }

    /** What would have to go so that the part, which holds, does not. */
    private List<Missing> obstacles(Node node) {
        if (!Evaluation.matches(node, view)) {
            return List.of();
        }
        return switch (node) {
            case Node.And(var parts) -> closest(parts.stream().map(this::obstacles).toList());
            case Node.Or(var parts) -> parts.stream().flatMap(part -> obstacles(part).stream()).toList();
            case Node.Not(var part) -> gaps(part);
            case Node.Words _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _,Node.Near _ ->
                List.of(new Missing(Kind.FORBIDDEN, print(node), "", evidence(node)));
        };
    }

    private Missing near(Node.Near near) {
        var sides = new ArrayList<Evidence>(evidence(near.left()));
        sides.addAll(evidence(near.right()));
        int distance = instead.distance(near);
        return distance < 0
                ? new Missing(Kind.ABSENT, print(near), instead.of(near), sides)
                : new Missing(Kind.TOO_FAR, print(near), distance + " words apart", sides);
    }

    /** The alternative that lacks least; several that lack one absent clause each are one with all their names. */
    private static List<Missing> closest(List<List<Missing>> alternatives) {
        var fewest = alternatives.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
        var single = alternatives.stream().filter(each -> each.size() == 1).map(List::getFirst).toList();
        if (single.size() < 2 || single.stream().anyMatch(each -> each.kind() != single.getFirst().kind())) {
            return fewest;
        }
        return List.of(new Missing(single.getFirst().kind(), joined(single, " OR ", Missing::clause),
                joined(single, ", ", Missing::detail),
                single.stream().flatMap(each -> each.evidence().stream()).toList()));
    }

    private static String joined(List<Missing> list, String between, Function<Missing, String> part) {
        return list.stream().map(part).filter(each -> !each.isEmpty()).distinct().collect(Collectors.joining(between));
    }

    private List<Evidence> evidence(Node node) {
        return Evaluation.why(node, view, tags).evidence();
    }

    private String print(Node node) {
        return Printer.print(node, tags);
    }
}
