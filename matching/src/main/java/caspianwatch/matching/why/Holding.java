package caspianwatch.matching.why;

import caspianwatch.contract.Evidence;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.EvidenceOrder;
import caspianwatch.matching.query.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The evidence of the clauses that hold in a query that as a whole may not. */
public final class Holding {
    private Holding() {}

    /** In text order; clauses under NOT have none. */
    public static List<Evidence> of(Node query, ArticleView view, Set<String> tags) {
        var evidence = new ArrayList<Evidence>();
        collect(query, view, tags, evidence);
        return EvidenceOrder.inTextOrder(evidence);
    }

    private static void collect(Node node, ArticleView view, Set<String> tags, List<Evidence> evidence) {
        switch (node) {
            case Node.And(var parts) -> parts.forEach(part -> collect(part, view, tags, evidence));
            case Node.Or(var parts) -> parts.forEach(part -> collect(part, view, tags, evidence));
            case Node.Words _,Node.PlaceIs _,Node.EntityIs _,Node.TagIs _,Node.AttributeIs _,Node.SeverityIs _,Node.Near _ ->
                evidence.addAll(Evaluation.why(node, view, tags).evidence());
            case Node.Not _ -> {
            }
        }
    }
}
