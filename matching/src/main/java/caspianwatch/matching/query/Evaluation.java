package caspianwatch.matching.query;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether an article matches, and why. The lexicon of the view must know the query's terms. */
public final class Evaluation {
    private static final int MOST = 40;

    private final ArticleView view;
    private final Set<String> tagIds;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private Evaluation(ArticleView view, Set<String> tagIds) {
        this.view = view;
        this.tagIds = tagIds;
    }

    /** Whether the article matches. */
    public static boolean matches(Node node, ArticleView view) {
        return switch (node) {
            case Node.Words words -> fields(words.where()).stream()
                    .anyMatch(field -> !view.found(field).of(words.term()).isEmpty());
            case Node.PlaceIs(var term, var entities) -> fields(Where.ANYWHERE).stream()
                    .anyMatch(field -> !view.found(field).of(term).isEmpty())
                    || view.names(entities);
            case Node.EntityIs(_, var entities) -> view.names(entities);
            case Node.TagIs(var id) -> view.tags().containsKey(id);
            case Node.AttributeIs(var attribute, var value) -> view.has(attribute, value);
            case Node.SeverityIs(var comparison, var digit) -> comparison.holds(view.severity(), digit);
            case Node.Near near -> fields(Where.ANYWHERE).stream().anyMatch(field -> Nearness.holds(near, view, field));
            case Node.And(var parts) -> parts.stream().allMatch(part -> matches(part, view));
            case Node.Or(var parts) -> parts.stream().anyMatch(part -> matches(part, view));
            case Node.Not(var part) -> !matches(part, view);
        };
    }

    /** Why a matching article matches: the words, and the clauses that they fulfil. */
    public record Why(List<Evidence> evidence, List<String> reasons) {}

    /** Explains a match; every clause that holds and is not negated counts. */
    public static Why why(Node node, ArticleView view, Set<String> tagIds) {
        var evaluation = new Evaluation(view, tagIds);
        evaluation.explain(node);
        var ordered = EvidenceOrder.inTextOrder(evaluation.evidence);
        return new Why(ordered.subList(0, Math.min(MOST, ordered.size())), List.copyOf(evaluation.reasons.values()));
    }

    private void explain(Node node) {
        if (!matches(node, view)) {
            return;
        }
        switch (node) {
            case Node.Words words -> words(words);
            case Node.PlaceIs(var term, var entities) -> {
                words(Printer.print(node, tagIds), fields(Where.ANYWHERE), term);
                entities(Printer.print(node, tagIds), entities);
            }
            case Node.EntityIs(_, var entities) -> entities(Printer.print(node, tagIds), entities);
            case Node.TagIs(var id) -> tag(id);
            case Node.AttributeIs _,Node.SeverityIs _ ->
                reasons.put(Printer.print(node, tagIds), Printer.print(node, tagIds));
            case Node.Near near -> near(near);
            case Node.And(var parts) -> parts.forEach(this::explain);
            case Node.Or(var parts) -> parts.forEach(this::explain);
            case Node.Not _ -> {
            }
        }
    }

    private void words(Node.Words words) {
        words(Printer.print(words, tagIds), fields(words.where()), words.term());
    }

    private void words(String rule, List<Field> fields, Term term) {
        for (var field : fields) {
            view.found(field).of(term).stream().limit(MOST).forEach(span -> add(field, span, rule));
        }
    }

    private void entities(String rule, Set<String> entities) {
        view.entities().stream().filter(entity -> entities.contains(entity.id())).forEach(entity -> {
            evidence.addAll(entity.evidence());
            reasons.putIfAbsent(rule, rule + ": " + entity.evidence().getFirst().text());
        });
    }

    private void near(Node.Near near) {
        String rule = Printer.print(near, tagIds);
        for (var field : fields(Where.ANYWHERE)) {
            Nearness.spans(near, view, field, MOST).forEach(span -> add(field, span, rule));
        }
    }

    private void add(Field field, Span span, String rule) {
        var one = view.evidence("", field, span, rule, 1);
        evidence.add(one);
        reasons.putIfAbsent(rule, rule + ": " + one.text());
    }

    private void tag(String id) {
        var tag = view.tags().get(id);
        if (tag != null) {
            evidence.addAll(tag.evidence());
            reasons.putIfAbsent("tag:" + id, "tag:" + id + ": " + tag.evidence().getFirst().text());
        }
    }

    static List<Field> fields(Where where) {
        return switch (where) {
            case ANYWHERE -> List.of(Field.TITLE, Field.TEXT);
            case TITLE -> List.of(Field.TITLE);
            case TEXT -> List.of(Field.TEXT);
        };
    }
}
