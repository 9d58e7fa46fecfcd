package caspianwatch.matching.taxonomy;

import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.query.SyntaxException;
import caspianwatch.matching.taxonomy.TaxonomyReader.Place;
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
    /** What the part behind the lead can bring, of the threshold: never the whole of it. */
    private static final double MOST = 0.6;

    private final Map<String, TermSet> sets;
    private final Set<String> tags;
    private final Place place;

    private TagCompiler(Map<String, TermSet> sets, Set<String> tags, Place place) {
        this.sets = sets;
        this.tags = tags;
        this.place = place;
    }

    static TagRule compile(Read read, Map<String, TermSet> sets, Set<String> tags) {
        return new TagCompiler(sets, tags, read.place()).rule(read);
    }

    static Context context(TaxonomyReader.ReadContext read) {
        var context = read.context();
        var compiler = new TagCompiler(Map.of(), Set.of(), read.place());
        if (context.words() == null || context.factor() == null || context.factor() < 0 || context.factor() > 1) {
            throw compiler.wrong("", "a context needs words and a factor from 0 to 1");
        }
        var years = orEmpty(context.years()).stream().map(pair -> {
            if (pair.size() != 2) {
                throw compiler.wrong("years", "years are pairs of first and last");
            }
            return new Context.Years(pair.get(0), pair.get(1));
        }).toList();
        return new Context(String.valueOf(context.name()), terms(read.place(), "words", context.words()), years,
                context.factor(), context.reach() == null ? Context.Reach.SENTENCE : context.reach());
    }

    static SeverityRules.Step step(TaxonomyReader.ReadStep read, Set<String> tags) {
        var step = read.step();
        var compiler = new TagCompiler(Map.of(), tags, read.place());
        if (step.group() == null || step.say() == null || (step.add() == null) == (step.most() == null)) {
            throw compiler.wrong("", "a step has group, say, and either add or most");
        }
        return new SeverityRules.Step(step.group(), step.say(),
                step.when() == null ? null : compiler.query(step.when()),
                step.basis(), step.add() == null ? 0 : step.add(), step.most() == null ? 5 : step.most());
    }

    /** The terms of a word list: language to words. */
    static TermSet terms(Place place, String part, Map<String, List<String>> words) {
        var terms = new ArrayList<Term>();
        words.forEach((language, list) -> {
            for (int i = 0; i < list.size(); i++) {
                String at = (part.isEmpty() ? "" : part + ".") + language + "." + i;
                terms.add(term(place, at, language, list.get(i)));
            }
        });
        return new TermSet(terms);
    }

    private static Term term(Place place, String part, String language, String word) {
        try {
            return Term.of(word, language);
        } catch (IllegalArgumentException e) {
            throw new TaxonomyException(place.where(part) + ", " + language + ": " + e.getMessage());
        }
    }

    private TagRule rule(Read read) {
        var tag = read.tag();
        int severity = tag.severity() == null ? 1 : tag.severity();
        if (severity < 1 || severity > 5) {
            throw wrong("severity", "severity is from 1 to 5");
        }
        boolean points = tag.terms() != null || tag.sets() != null || tag.near() != null || tag.home() != null;
        if (points == (tag.when() != null)) {
            throw wrong("", "a tag has either when, or terms, sets, near and home");
        }
        String parent = tag.parent();
        if (parent != null && !tags.contains(parent)) {
            throw wrong("parent", "there is no tag " + parent);
        }
        return new TagRule(read.file(), String.valueOf(tag.id()), or(tag.name(), ""), or(tag.group(), ""),
                or(tag.colour(), ""), parent, severity, tag.hidden(),
                tag.when() == null ? points(tag) : when(tag, tag.when()));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private TagRule.When when(TagSource tag, String query) {
        if (tag.requires() != null || tag.excludes() != null || tag.threshold() != null || tag.weights() != null) {
            throw wrong("when", "a tag with when has no requires, excludes, threshold or weights");
        }
        return new TagRule.When(query(query));
    }

    private Node query(String query) {
        try {
            var node = Parser.parse(query, KnownNames.ofTags(tags), true);
            if (Shape.leaves(node).anyMatch(leaf -> !Shape.isKnownBeforeSeverity(leaf))) {
                throw wrong("when", "when cannot ask for severity, for tags make it");
            }
            return node;
        } catch (SyntaxException e) {
            throw wrong("when", "when, at " + e.position() + ": " + e.getMessage());
        }
    }

    private TagRule.Points points(TagSource tag) {
        return new TagRule.Points(scored(tag), near(orEmpty(tag.near())), homes(orEmpty(tag.home())),
                guard(tag.requires()), unless(orEmpty(tag.unless())), excludes(orEmpty(tag.excludes())),
                threshold(tag.threshold()), weights(tag.weights()));
    }

    private Map<Term, Double> scored(TagSource tag) {
        var points = new LinkedHashMap<Term, Double>();
        Map<String, Map<String, Double>> terms = tag.terms() == null ? Map.of() : tag.terms();
        terms.forEach((language, list) -> list
                .forEach((word, value) -> points.merge(term(place, "terms." + language + "." + word, language, word),
                        positive("terms." + language + "." + word, value), Math::max)));
        Map<String, Double> scoredSets = tag.sets() == null ? Map.of() : tag.sets();
        scoredSets.forEach(
                (name, value) -> set("sets." + name, name).terms()
                        .forEach(term -> points.merge(term, positive("sets." + name, value), Math::max)));
        return Map.copyOf(points);
    }

    private List<TagRule.Near> near(List<TagSource.Near> list) {
        var result = new ArrayList<TagRule.Near>();
        for (int i = 0; i < list.size(); i++) {
            var near = list.get(i);
            String part = "near." + i;
            if (near.of() == null || near.of().size() < 2 || near.within() < 1) {
                throw wrong(part, "near needs two sets or more, and within of 1 or more");
            }
            result.add(new TagRule.Near(near.of().stream().map(name -> set(part, name)).toList(), near.within(),
                    positive(part, near.points()), String.join(" NEAR/" + near.within() + " ", near.of())));
        }
        return List.copyOf(result);
    }

    private List<TagRule.Home> homes(List<TagSource.Home> list) {
        var result = new ArrayList<TagRule.Home>();
        for (int i = 0; i < list.size(); i++) {
            var home = list.get(i);
            String part = "home." + i;
            if (home.lang() == null || orEmpty(home.sets()).isEmpty() || home.within() < 0) {
                throw wrong(part, "home needs lang, sets, and within of 0 or more");
            }
            result.add(new TagRule.Home(home.lang(), union(part, orEmpty(home.sets())),
                    union(part, orEmpty(home.others())), home.within(), owner(home),
                    positive(part, home.points())));
        }
        return List.copyOf(result);
    }

    private static TagRule.Owner owner(TagSource.Home home) {
        if (home.ownerEither()) {
            return TagRule.Owner.EITHER;
        }
        return home.ownerFollows() ? TagRule.Owner.FOLLOWS : TagRule.Owner.PRECEDES;
    }

    private TermSet union(String part, List<String> names) {
        return new TermSet(names.stream().flatMap(name -> set(part, name).terms()).distinct().toList());
    }

    private List<String> unless(List<String> list) {
        for (String id : list) {
            if (!tags.contains(id)) {
                throw wrong("unless", "unless: there is no tag " + id);
            }
        }
        return List.copyOf(list);
    }

    private TagRule.Guard guard(TagSource.@Nullable Requires requires) {
        var words = new ArrayList<Term>();
        var guards = new ArrayList<String>();
        if (requires == null) {
            return new TagRule.Guard(new TermSet(words), guards, 0, List.of());
        }
        if (requires.any() == null || requires.any().isEmpty() || requires.within() < 0) {
            throw wrong("requires", "requires needs any: [set or \"tag:id\"] and within of 0 or more");
        }
        for (String any : requires.any()) {
            if (!any.startsWith("tag:")) {
                words.addAll(set("requires", any).terms().toList());
            } else if (tags.contains(any.substring("tag:".length()))) {
                guards.add(any.substring("tag:".length()));
            } else {
                throw wrong("requires", "requires: there is no " + any);
            }
        }
        return new TagRule.Guard(new TermSet(words), List.copyOf(guards), requires.within(),
                List.copyOf(requires.any()));
    }

    private List<TagRule.Exclude> excludes(List<TagSource.Exclude> list) {
        var result = new ArrayList<TagRule.Exclude>();
        for (int i = 0; i < list.size(); i++) {
            var exclude = list.get(i);
            String part = "excludes." + i;
            var words = new ArrayList<Term>();
            if (exclude.words() != null) {
                words.addAll(terms(place, part + ".words", exclude.words()).terms().toList());
            }
            words.addAll(union(part, orEmpty(exclude.sets())).terms().toList());
            if (words.isEmpty() || exclude.within() < 0) {
                throw wrong(part, "excludes needs words or sets, and within of 0 or more");
            }
            result.add(new TagRule.Exclude(new TermSet(words), exclude.within()));
        }
        return List.copyOf(result);
    }

    private TagRule.Threshold threshold(TagSource.@Nullable Threshold threshold) {
        return threshold == null
                ? new TagRule.Threshold(3, 3, 4)
                : new TagRule.Threshold(positive("threshold", or(threshold.title(), 3)),
                        positive("threshold", or(threshold.summary(), 3)),
                        positive("threshold", or(threshold.full(), 4)));
    }

    private static TagRule.Weights weights(TagSource.@Nullable Weights weights) {
        return weights == null
                ? new TagRule.Weights(1.5, 1, 0.5, MOST, 0)
                : new TagRule.Weights(or(weights.title(), 1.5), or(weights.lead(), 1), or(weights.text(), 0.5),
                        or(weights.most(), MOST), or(weights.across(), 0));
    }

    private TermSet set(String part, String name) {
        var set = sets.get(name);
        if (set == null) {
            throw wrong(part, "there is no set " + name);
        }
        return set;
    }

    private double positive(String part, @Nullable Double value) {
        if (value == null || !(value > 0)) {
            throw wrong(part, "points and thresholds are above 0");
        }
        return value;
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private TaxonomyException wrong(String part, String message) {
        return new TaxonomyException(place.where(part) + ": " + message);
    }
}
