package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Tag;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Evaluation;
import caspianwatch.matching.query.EvidenceOrder;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores one article against all rules. */
public final class Scoring {
    private static final int MOST_EVIDENCE = 12;

    private final RuleBook book;
    private final ArticleView words;
    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, List<Hit>> hitsOfTags = new HashMap<>();

    private Scoring(RuleBook book, ArticleView words) {
        this.book = book;
        this.words = words;
    }

    /** The tags of an article, in the order of the files. */
    public static List<Tag> tags(RuleBook book, ArticleView words) {
        var scoring = new Scoring(book, words);
        book.scoringOrder().forEach(scoring::score);
        return book.rules().stream().map(rule -> scoring.tags.get(rule.id())).filter(tag -> tag != null).toList();
    }

    private void score(TagRule rule) {
        switch (rule.reason()) {
            case TagRule.When(var query) -> derive(rule.id(), query);
            case TagRule.Points points -> points(rule.id(), points);
        }
    }

    private void points(String id, TagRule.Points rule) {
        var hits = new HitSearch(rule, words, hitsOfTags).hits();
        var score = new Score(hits);
        double points = score.points();
        if (!hits.isEmpty() && points >= rule.threshold().of(words.article().basis()) - 1e-9) {
            tags.put(id, new Tag(id, Math.round(points * 100) / 100.0, score.evidence(id, words)));
            hitsOfTags.put(id, hits);
        }
    }

    /** A derived tag has the strongest words of the tags that made it. */
    private void derive(String id, Node query) {
        var view = words.with(tags);
        if (!Evaluation.matches(query, view)) {
            return;
        }
        var theirs = Evaluation.why(query, view, book.ids()).evidence();
        var own = new ArrayList<Evidence>();
        for (var each : theirs.stream().sorted(Comparator.comparingDouble(Evidence::weight).reversed()).toList()) {
            if (own.size() < MOST_EVIDENCE && own.stream().noneMatch(other -> overlap(each, other))) {
                own.add(relabelled(id, each));
            }
        }
        if (own.isEmpty()) {
            return;
        }
        double score = Shape.tags(query).map(tags::get).filter(tag -> tag != null).mapToDouble(Tag::score).max()
                .orElse(1);
        tags.put(id, new Tag(id, score, EvidenceOrder.inTextOrder(own)));
        hitsOfTags.put(id, Shape.tags(query).flatMap(tag -> hitsOfTags.getOrDefault(tag, List.of()).stream()).toList());
    }

    private static Evidence relabelled(String id, Evidence each) {
        return new Evidence(id, each.field(), each.start(), each.end(), each.text(), each.rule(), each.weight());
    }

    private static boolean overlap(Evidence a, Evidence b) {
        return a.field() == b.field() && a.start() < b.end() && b.start() < a.end();
    }
}
