package caspianwatch.matching.taxonomy;

import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Printer;
import caspianwatch.matching.why.Explanation;
import caspianwatch.matching.why.Holding;
import caspianwatch.matching.why.QueryGaps;
import java.util.Optional;
import java.util.Set;

/** Explains why an article has a tag, or what it lacks of it. All rules are scored for it, by the same code that tags. */
public final class TagWhy {
    private TagWhy() {}

    /** Empty where the rules have no such tag. Hidden tags can be asked for: others need them. */
    public static Optional<Explanation> of(RuleBook book, ArticleView words, String tag) {
        var rule = book.rules().stream().filter(each -> each.id().equals(tag)).findFirst();
        if (rule.isEmpty()) {
            return Optional.empty();
        }
        var scoring = Scoring.scored(book, words);
        return Optional.of(switch (rule.get().reason()) {
            case TagRule.When(var query) -> derived(scoring, tag, query, book.ids());
            case TagRule.Points points -> scored(scoring, scoring.judgement(rule.get()), points);
        });
    }

    private static Explanation derived(Scoring scoring, String tag, Node query, Set<String> tags) {
        var view = scoring.view();
        var missing = QueryGaps.of(query, view, tags);
        return new Explanation.OfQuery("tag:" + tag, Printer.print(query, tags), missing.isEmpty(), missing,
                Holding.of(query, view, tags));
    }

    private static Explanation scored(Scoring scoring, Judgement judged, TagRule.Points rule) {
        String veto = judged.vetoedBy();
        return new Explanation.OfTag(judged.tag(), judged.given(), judged.points(), judged.threshold(),
                scoring.view().article().basis(), judged.counted(),
                judged.voided().stream().map(each -> new Explanation.Stopped(each.words(), each.by())).toList(),
                judged.missing(), veto == null ? "" : veto, NearRules.of(rule, scoring.view()));
    }
}
