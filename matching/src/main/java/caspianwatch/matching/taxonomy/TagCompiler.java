package caspianwatch.matching.taxonomy;

import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.query.SyntaxException;
import caspianwatch.matching.taxonomy.TaxonomyReader.Read;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a tag's source into its rule, or says what is wrong with it. */
final class TagCompiler {
    private final Map<String, TermSet> sets;
    private final Set<String> tags;
    private final String where;

    private TagCompiler(Map<String, TermSet> sets, Set<String> tags, String where) {
        this.sets = sets;
        this.tags = tags;
        this.where = where;
    }

    static TagRule compile(Read read, Map<String, TermSet> sets, Set<String> tags) {
        return new TagCompiler(sets, tags, read.where()).rule(read);
    }

    /** The terms of a word list: language to words. */
    static TermSet terms(String where, Map<String, List<String>> words) {
        var terms = new ArrayList<Term>();
        words.forEach((language, list) -> list.forEach(word -> terms.add(term(where, language, word))));
        return new TermSet(terms);
    }

    private static Term term(String where, String language, String word) {
        try {
            return Term.of(word, language);
        } catch (IllegalArgumentException e) {
            throw new TaxonomyException(where + ", " + language + ": " + e.getMessage());
        }
    }

    private TagRule rule(Read read) {
        var tag = read.tag();
        int severity = tag.severity() == null ? 1 : tag.severity();
        if (severity < 1 || severity > 5) {
            throw wrong("severity is from 1 to 5");
        }
        boolean points = tag.terms() != null || tag.sets() != null || tag.near() != null;
        if (points == (tag.when() != null)) {
            throw wrong("a tag has either when, or terms, sets and near");
        }
        return new TagRule(read.file(), String.valueOf(tag.id()), String.valueOf(tag.name()),
                String.valueOf(tag.group()), String.valueOf(tag.colour()), severity,
                tag.when() == null ? points(tag) : when(tag, tag.when()));
    }

    private TagRule.When when(TagSource tag, String query) {
        if (tag.requires() != null || tag.excludes() != null || tag.threshold() != null || tag.weights() != null) {
            throw wrong("a tag with when has no requires, excludes, threshold or weights");
        }
        try {
            var node = Parser.parse(query, tags, true);
            if (Shape.leaves(node).anyMatch(leaf -> !Shape.isKnownBeforeSeverity(leaf))) {
                throw wrong("when cannot ask for severity, for tags make it");
            }
            return new TagRule.When(node);
        } catch (SyntaxException e) {
            throw wrong("when, at " + e.position() + ": " + e.getMessage());
        }
    }

    private TagRule.Points points(TagSource tag) {
        return new TagRule.Points(scored(tag), near(orEmpty(tag.near())), guard(tag.requires()),
                excludes(orEmpty(tag.excludes())), threshold(tag.threshold()), weights(tag.weights()));
    }

    private Map<Term, Double> scored(TagSource tag) {
        var points = new LinkedHashMap<Term, Double>();
        Map<String, Map<String, Double>> terms = tag.terms() == null ? Map.of() : tag.terms();
        terms.forEach((language, list) -> list
                .forEach((word, value) -> points.merge(term(where, language, word), positive(value), Math::max)));
        Map<String, Double> scoredSets = tag.sets() == null ? Map.of() : tag.sets();
        scoredSets.forEach(
                (name, value) -> set(name).terms().forEach(term -> points.merge(term, positive(value), Math::max)));
        return Map.copyOf(points);
    }

    private List<TagRule.Near> near(List<TagSource.Near> list) {
        var result = new ArrayList<TagRule.Near>();
        for (var near : list) {
            if (near.of() == null || near.of().size() < 2 || near.within() < 1) {
                throw wrong("near needs two sets or more, and within of 1 or more");
            }
            result.add(new TagRule.Near(near.of().stream().map(this::set).toList(), near.within(),
                    positive(near.points()), String.join(" NEAR/" + near.within() + " ", near.of())));
        }
        return List.copyOf(result);
    }

    private TagRule.Guard guard(TagSource.@Nullable Requires requires) {
        var words = new ArrayList<Term>();
        var guards = new ArrayList<String>();
        if (requires == null) {
            return new TagRule.Guard(new TermSet(words), guards, 0);
        }
        if (requires.any() == null || requires.any().isEmpty() || requires.within() < 0) {
            throw wrong("requires needs any: [set or \"tag:id\"] and within of 0 or more");
        }
        for (String any : requires.any()) {
            if (!any.startsWith("tag:")) {
                words.addAll(set(any).terms().toList());
            } else if (tags.contains(any.substring("tag:".length()))) {
                guards.add(any.substring("tag:".length()));
            } else {
                throw wrong("requires: there is no " + any);
            }
        }
        return new TagRule.Guard(new TermSet(words), List.copyOf(guards), requires.within());
    }

    private List<TagRule.Exclude> excludes(List<TagSource.Exclude> list) {
        var result = new ArrayList<TagRule.Exclude>();
        for (var exclude : list) {
            var words = new ArrayList<Term>();
            if (exclude.words() != null) {
                words.addAll(terms(where, exclude.words()).terms().toList());
            }
            orEmpty(exclude.sets()).forEach(name -> words.addAll(set(name).terms().toList()));
            if (words.isEmpty() || exclude.within() < 0) {
                throw wrong("excludes needs words or sets, and within of 0 or more");
            }
            result.add(new TagRule.Exclude(new TermSet(words), exclude.within()));
        }
        return List.copyOf(result);
    }

    private TagRule.Threshold threshold(TagSource.@Nullable Threshold threshold) {
        return threshold == null
                ? new TagRule.Threshold(3, 3, 4)
                : new TagRule.Threshold(positive(or(threshold.title(), 3)), positive(or(threshold.summary(), 3)),
                        positive(or(threshold.full(), 4)));
    }

    private static TagRule.Weights weights(TagSource.@Nullable Weights weights) {
        return weights == null
                ? new TagRule.Weights(1.5, 1, 0.5)
                : new TagRule.Weights(or(weights.title(), 1.5), or(weights.lead(), 1), or(weights.text(), 0.5));
    }

    private TermSet set(String name) {
        var set = sets.get(name);
        if (set == null) {
            throw wrong("there is no set " + name);
        }
        return set;
    }

    private double positive(@Nullable Double value) {
        if (value == null || !(value > 0)) {
            throw wrong("points and thresholds are above 0");
        }
        return value;
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private TaxonomyException wrong(String message) {
        return new TaxonomyException(where + ": " + message);
    }
}
