package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.EvidenceOrder;
import caspianwatch.matching.term.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Adds up the hits of a tag: each rule once, its repeats a quarter each, twice at most. What stands behind the lead is capped
 * as a whole, so that the background of a long article makes no tag that its news does not begin to make.
 */
final class Score {
    private static final double REPEAT = 0.25;
    private static final double MOST = 2;
    private static final int MOST_EVIDENCE = 12;

    private record Counted(Hit hit, double points) {}

    private final List<Counted> counted = new ArrayList<>();

    private final double mostInBody;

    Score(List<Hit> hits, double mostInBody) {
        this.mostInBody = mostInBody;
        var byRule = new LinkedHashMap<String, List<Hit>>();
        hits.forEach(hit -> byRule.computeIfAbsent(hit.rule(), any -> new ArrayList<>()).add(hit));
        byRule.values().forEach(this::rule);
    }

    private void rule(List<Hit> hits) {
        hits.sort(Comparator.comparingDouble(Hit::points).reversed());
        double most = hits.getFirst().points() * MOST;
        double sum = 0;
        for (int i = 0; i < hits.size(); i++) {
            double points = Math.min(hits.get(i).points() * (i == 0 ? 1 : REPEAT), most - sum);
            sum += points;
            counted.add(new Counted(hits.get(i), points));
        }
    }

    double points() {
        double front = 0;
        double body = 0;
        for (var each : counted) {
            if (each.hit.inBody()) {
                body += each.points;
            } else {
                front += each.points;
            }
        }
        return front + Math.min(body, mostInBody);
    }

    /** The strongest words as evidence, none overlapping another, in text order. */
    List<Evidence> evidence(String tag, ArticleView view) {
        var strongest = counted.stream().filter(each -> each.points > 0)
                .sorted(Comparator.comparingDouble(Counted::points).reversed()).toList();
        var pieces = new ArrayList<Piece>();
        for (var each : strongest) {
            for (var span : each.hit.spans()) {
                Piece.add(pieces, new Piece(each.hit.field(), span, each.hit.rule(),
                        each.points / each.hit.spans().size()));
            }
        }
        return EvidenceOrder.inTextOrder(pieces.stream().sorted(Comparator.comparingDouble(Piece::points).reversed())
                .limit(MOST_EVIDENCE).map(piece -> piece.evidence(tag, view)).toList());
    }

    /** Words that overlap become one piece with the points of both, under the stronger one's rule. */
    private record Piece(Evidence.Field field, Span span, String rule, double points) {
        static void add(List<Piece> pieces, Piece piece) {
            var merged = piece;
            for (var other : List.copyOf(pieces)) {
                if (other.field == merged.field && other.span.overlaps(merged.span)) {
                    pieces.remove(other);
                    merged = new Piece(other.field,
                            new Span(Math.min(other.span.first(), merged.span.first()),
                                    Math.max(other.span.last(), merged.span.last())),
                            other.points >= merged.points ? other.rule : merged.rule, other.points + merged.points);
                }
            }
            pieces.add(merged);
        }

        Evidence evidence(String tag, ArticleView view) {
            return view.evidence(tag, field, span, rule, Math.round(points * 100) / 100.0);
        }
    }
}
