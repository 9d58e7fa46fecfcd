package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
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
import java.util.Set;
import java.util.stream.Collectors;

/** Scores one article against all rules. */
public final class Scoring {
    private static final int MOST_EVIDENCE = 12;
    /** The group of the tags that say what an article is about. */
    private static final String SUBJECTS = "core";

    private final RuleBook book;
    private final ArticleView words;
    private final Map<String, Tag> tags = new LinkedHashMap<>();
    private final Map<String, List<Hit>> hitsOfTags = new HashMap<>();
    private final Scope scope;

    private Scoring(RuleBook book, ArticleView words, Scope scope) {
        this.book = book;
        this.words = words;
        this.scope = scope;
    }

    /**
     * What the rules make of an article.
     *
     * @param tags in the order of the files, without hidden ones
     * @param severityReasons in words, the weightiest first
     */
    public record Outcome(List<Tag> tags, Severity severity, List<String> severityReasons) {}

    /** Tags an article and says how much it matters. */
    public static Outcome outcome(RuleBook book, ArticleView words) {
        var scoring = scored(book, words);
        var tags = book.rules().stream().filter(rule -> !rule.hidden()).map(rule -> scoring.tags.get(rule.id()))
                .filter(tag -> tag != null).toList();
        var severity = book.severity().steps().isEmpty()
                ? highest(book, tags)
                : book.severity().of(scoring.words.with(scoring.tags));
        return new Outcome(tags, severity.severity(), severity.reasons());
    }

    /** Where the taxonomy has no steps of severity: the highest that its tags name. */
    private static SeverityRules.Result highest(RuleBook book, List<Tag> tags) {
        var given = book.rules().stream().filter(rule -> tags.stream().anyMatch(tag -> tag.id().equals(rule.id())))
                .toList();
        int highest = given.stream().mapToInt(TagRule::severity).max().orElse(1);
        return new SeverityRules.Result(Severity.of(highest),
                given.stream().filter(rule -> rule.severity() == highest).map(TagRule::name).toList());
    }

    /** How every rule judged an article, hidden ones too, in the order of the files. */
    public static List<Judgement> judgements(RuleBook book, ArticleView words) {
        var scoring = scored(book, words);
        return book.rules().stream().map(scoring::judgement).toList();
    }

    /** A digest whose title and lead bring no subject is read once more, as one whose news comes late. */
    static Scoring scored(RuleBook book, ArticleView words) {
        var scoring = scored(book, words, Scope.of(words, book.contexts()));
        return Scope.mayComeLate(words) && !scoring.hasSubject()
                ? scored(book, words, Scope.late(words, book.contexts()))
                : scoring;
    }

    private static Scoring scored(RuleBook book, ArticleView words, Scope scope) {
        var scoring = new Scoring(book, words, scope);
        book.scoringOrder().forEach(scoring::score);
        return scoring;
    }

    private boolean hasSubject() {
        return book.rules().stream().anyMatch(rule -> rule.group().equals(SUBJECTS) && tags.containsKey(rule.id()));
    }

    /** The article with its tags, hidden ones too. */
    ArticleView view() {
        return words.with(tags);
    }

    /** The rules of a tag that have a hit, whether or not the tag was given. */
    Set<String> fired(TagRule rule) {
        return switch (rule.reason()) {
            case TagRule.When _ -> Set.of();
            case TagRule.Points points -> new HitSearch(points, words, scope, hitsOfTags).unguarded().stream()
                    .map(Hit::rule).collect(Collectors.toSet());
        };
    }

    Judgement judgement(TagRule rule) {
        var tag = tags.get(rule.id());
        return switch (rule.reason()) {
            case TagRule.When(var query) -> new Judgement(rule.id(), tag != null, tag == null ? 0 : tag.score(), 0,
                    tag == null ? List.of() : tag.evidence(), List.of(),
                    tag != null
                            ? List.of()
                            : Shape.tags(query).filter(id -> !tags.containsKey(id)).distinct()
                                    .map(id -> "tag:" + id).toList(),
                    null);
            case TagRule.Points points -> judgement(rule.id(), points, tag != null);
        };
    }

    private Judgement judgement(String id, TagRule.Points rule, boolean given) {
        var search = new HitSearch(rule, words, scope, hitsOfTags);
        double threshold = rule.threshold().of(words.article().basis());
        var score = new Score(search.unguarded(), rule.weights().most() * threshold);
        var voided = search.stopped().stream().map(each -> new Judgement.Voided(
                words.evidence(id, each.field(), each.span(), each.term(), 0), each.by())).toList();
        return new Judgement(id, given, Math.round(score.points() * 100) / 100.0, threshold,
                score.evidence(id, words), voided, search.lacksGuard() ? rule.guard().names() : List.of(),
                search.vetoedBy());
    }

    private void score(TagRule rule) {
        switch (rule.reason()) {
            case TagRule.When(var query) -> derive(rule.id(), query);
            case TagRule.Points points -> points(rule.id(), points);
        }
    }

    private void points(String id, TagRule.Points rule) {
        var hits = new HitSearch(rule, words, scope, hitsOfTags).hits();
        double threshold = rule.threshold().of(words.article().basis());
        var score = new Score(hits, rule.weights().most() * threshold);
        double points = score.points();
        if (!hits.isEmpty() && points >= threshold - 1e-9) {
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
