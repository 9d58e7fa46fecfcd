package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.TermSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the hits of one tag in one article: terms, combinations and words of home, less what guards void. */
final class HitSearch {
    /** Combinations of so many tokens or more may hold across title and text. */
    private static final int LOOSE = 5;
    /** What a combination counts whose words stand in different sentences. */
    private static final double APART = 0.75;
    /** As many tokens of the text go on with the title. */
    private static final int OPENING = 25;

    private static final Comparator<Hit> STRONGEST = Comparator.comparingDouble(Hit::points)
            .thenComparingInt(Hit::length).reversed();

    private final TagRule.Points rule;
    private final ArticleView view;
    private final Scope scope;
    private final Map<String, List<Hit>> hitsOfTags;

    HitSearch(TagRule.Points rule, ArticleView view, Scope scope, Map<String, List<Hit>> hitsOfTags) {
        this.rule = rule;
        this.view = view;
        this.scope = scope;
        this.hitsOfTags = hitsOfTags;
    }

    /** A term or a word of home that a guard stopped, and how. */
    record Stopped(Field field, Span span, String term, String by) {}

    /** The hits that count; none where something required is missing. */
    List<Hit> hits() {
        if (lacksGuard() || vetoedBy() != null) {
            return List.of();
        }
        return unguarded();
    }

    /** The hits that would count if nothing were missing in the article as a whole. */
    List<Hit> unguarded() {
        var terms = new ArrayList<Hit>();
        var combinations = new ArrayList<Hit>();
        for (var field : Field.values()) {
            terms(field, terms);
            combinations(field, combinations);
            rule.homes().forEach(home -> home(home, field, combinations));
        }
        acrossFields(combinations);
        var hits = new ArrayList<>(disjoint(terms));
        hits.addAll(combinations);
        return hits;
    }

    /** Whether something that must stand anywhere in the article does not. */
    boolean lacksGuard() {
        return !rule.guard().isOpen() && rule.guard().within() == 0 && !guardIsThere();
    }

    /** The tag that rules this one out; null where none does. */
    @Nullable
    String vetoedBy() {
        return rule.unless().stream().filter(hitsOfTags::containsKey).findFirst().orElse(null);
    }

    /** The terms that stand somewhere and were stopped, for whoever asks why. */
    List<Stopped> stopped() {
        var stopped = new ArrayList<Stopped>();
        for (var field : Field.values()) {
            var found = view.found(field);
            for (var term : found.terms()) {
                if (rule.terms().containsKey(term)) {
                    for (var span : found.of(term)) {
                        String by = stop(field, span);
                        if (by != null) {
                            stopped.add(new Stopped(field, span, term.print(), by));
                        }
                    }
                }
            }
        }
        return stopped;
    }

    private void terms(Field field, List<Hit> hits) {
        var found = view.found(field);
        for (var term : found.terms()) {
            Double points = rule.terms().get(term);
            if (points == null) {
                continue;
            }
            for (var span : found.of(term)) {
                if (counts(field, span)) {
                    hits.add(hit(field, List.of(span), term.print(), points));
                }
            }
        }
    }

    private void home(TagRule.Home home, Field field, List<Hit> hits) {
        if (!home.language().equals(view.language())) {
            return;
        }
        var others = view.found(field).of(home.others());
        boolean named = field == Field.TEXT && namesAnother(home);
        if (named) {
            return;
        }
        for (var span : view.found(field).of(home.words())) {
            if (!home.isOwned(span, others) && counts(field, span)) {
                hits.add(hit(field, List.of(span), home.rule(), home.points()));
            }
        }
    }

    /** Whether the title names another state, and no force that could be one's own. */
    private boolean namesAnother(TagRule.Home home) {
        var others = view.inTitle().of(home.others());
        return !others.isEmpty()
                && view.inTitle().of(home.words()).stream().allMatch(word -> home.isOwned(word, others));
    }

    private Hit hit(Field field, List<Span> spans, String by, double points) {
        double weight = 0;
        boolean inBody = true;
        for (var span : spans) {
            boolean inLead = scope.isLead(field, span);
            weight = Math.max(weight, rule.weights().of(field, inLead) * scope.factor(field, span));
            inBody &= !inLead;
        }
        return new Hit(field, spans, by, points * weight, inBody);
    }

    private boolean counts(Field field, Span span) {
        for (var exclude : rule.excludes()) {
            if (span.isNear(view.found(field).of(exclude.words()), exclude.within())) {
                return false;
            }
        }
        return rule.guard().isOpen() || rule.guard().within() == 0 || guardIsNear(field, span);
    }

    /** What stops a term at a place, in words; null where it counts. */
    private @Nullable String stop(Field field, Span span) {
        for (var exclude : rule.excludes()) {
            for (var other : view.found(field).of(exclude.words())) {
                if (span.distance(other) <= exclude.within()) {
                    String words = view.tokens(field).slice(other.first(), other.last());
                    return exclude.within() == 0
                            ? "part of \"" + words + "\""
                            : "near \"" + words + "\" (within " + exclude.within() + ")";
                }
            }
        }
        return counts(field, span)
                ? null
                : "none of " + String.join(", ", rule.guard().names()) + " within " + rule.guard().within();
    }

    private boolean guardIsThere() {
        var words = rule.guard().words();
        return rule.guard().tags().stream().anyMatch(hitsOfTags::containsKey) || !view.inTitle().of(words).isEmpty()
                || !view.inText().of(words).isEmpty();
    }

    private boolean guardIsNear(Field field, Span span) {
        int within = rule.guard().within();
        return span.isNear(view.found(field).of(rule.guard().words()), within)
                || rule.guard().tags().stream().anyMatch(tag -> hitsOfTags.getOrDefault(tag, List.of()).stream()
                        .anyMatch(hit -> hit.field() == field && hit.near(span, within)));
    }

    private void combinations(Field field, List<Hit> hits) {
        for (var near : rule.near()) {
            var groups = near.of().stream().map(group -> places(field, group)).toList();
            for (var first : groups.getFirst()) {
                var spans = nearest(first, groups, near.within());
                if (!spans.isEmpty()) {
                    double points = scope.isOneSentence(field, spans) ? near.points() : near.points() * APART;
                    hits.add(hit(field, spans, near.rule(), points));
                }
            }
        }
    }

    /**
     * What a title begins the first words of the text finish: "Corvettes leave Aktau. Crews will fire at towed targets". Where
     * a loose combination of two groups holds in neither, one group in each counts in part.
     */
    private void acrossFields(List<Hit> combinations) {
        if (rule.weights().across() == 0) {
            return;
        }
        var held = combinations.stream().filter(hit -> !hit.inBody()).map(Hit::rule).collect(Collectors.toSet());
        for (var near : rule.near()) {
            if (near.of().size() == 2 && near.within() >= LOOSE && !held.contains(near.rule())
                    && !across(near, near.of().getFirst(), near.of().getLast(), combinations)) {
                across(near, near.of().getLast(), near.of().getFirst(), combinations);
            }
        }
    }

    /** Half of the points for either word, so that both are evidence. */
    private boolean across(TagRule.Near near, TermSet inTitle, TermSet inText, List<Hit> hits) {
        var title = places(Field.TITLE, inTitle).stream().findFirst();
        var text = places(Field.TEXT, inText).stream().filter(
                span -> span.first() < OPENING && scope.isLead(Field.TEXT, span) && scope.factor(Field.TEXT, span) == 1)
                .findFirst();
        if (title.isEmpty() || text.isEmpty()) {
            return false;
        }
        double points = near.points() * rule.weights().across() / 2;
        hits.add(new Hit(Field.TITLE, List.of(title.get()), near.rule() + " across, title", points, false));
        hits.add(new Hit(Field.TEXT, List.of(text.get()), near.rule() + " across, text", points, false));
        return true;
    }

    private List<Span> places(Field field, TermSet group) {
        return view.found(field).of(group).stream().filter(span -> counts(field, span)).toList();
    }

    /** The first and, of each other group, the nearest place that is within reach of all taken before; empty where one lacks. */
    private static List<Span> nearest(Span first, List<List<Span>> groups, int within) {
        var taken = new ArrayList<>(List.of(first));
        for (var group : groups.subList(1, groups.size())) {
            var next = first.around(group, within).stream()
                    .filter(span -> taken.stream()
                            .allMatch(each -> !each.overlaps(span) && each.distance(span) <= within))
                    .min(Comparator.comparingInt(span -> span.distance(first)));
            if (next.isEmpty()) {
                return List.of();
            }
            taken.add(next.get());
        }
        return taken;
    }

    /** Words count once: of terms that share a token the strongest, then the longest. */
    private static List<Hit> disjoint(List<Hit> hits) {
        var taken = new EnumMap<Field, BitSet>(Field.class);
        var kept = new ArrayList<Hit>();
        for (var hit : hits.stream().sorted(STRONGEST).toList()) {
            var tokens = taken.computeIfAbsent(hit.field(), any -> new BitSet());
            var span = hit.first();
            int next = tokens.nextSetBit(span.first());
            if (next < 0 || next > span.last()) {
                tokens.set(span.first(), span.last() + 1);
                kept.add(hit);
            }
        }
        return kept;
    }
}
