package caspianwatch.matching.taxonomy;

import caspianwatch.contract.Ids;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.term.LatinKazakhTerms;
import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.TermSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** All rules, checked: names resolve, no tag depends on itself. */
public final class RuleBook {
    private final String version;
    private final List<TagRule> inFileOrder;
    private final List<TagRule> inScoringOrder;
    private final TaxonomyReader source;
    private final List<Context> contexts;
    private final SeverityRules severity;
    private final Lexicon lexicon = new Lexicon();
    private final LatinKazakhTerms kazakh = new LatinKazakhTerms();

    private RuleBook(String version, List<TagRule> rules, List<Context> contexts, SeverityRules severity,
            TaxonomyReader source) {
        this.version = version;
        this.contexts = List.copyOf(contexts);
        this.severity = severity;
        this.inFileOrder = List.copyOf(rules);
        this.inScoringOrder = scoringOrder(rules);
        this.source = source;
        rules.forEach(rule -> terms(rule).forEach(lexicon::add));
        contexts.forEach(context -> context.words().terms().forEach(lexicon::add));
        source.words("kk").forEach(word -> kazakh.add(Term.of(word, "kk")));
    }

    /** Compiles; {@link TaxonomyException} says what is wrong in which file and tag. */
    public static RuleBook of(List<RuleFile> files) {
        var source = TaxonomyReader.of(files);
        var sets = new LinkedHashMap<String, TermSet>();
        source.sets.forEach((name, set) -> sets.put(name, TagCompiler.terms(set.place(), "", set.words())));
        var ids = Set.copyOf(source.tags.keySet());
        var rules = source.tags.values().stream().map(read -> TagCompiler.compile(read, sets, ids)).toList();
        String version = Ids.of(files.stream().flatMap(file -> Stream.of(file.name(), file.yaml()))
                .toArray(String[]::new));
        var contexts = source.contexts.stream().map(TagCompiler::context).toList();
        var severity = new SeverityRules(source.severity.stream().map(step -> TagCompiler.step(step, ids)).toList());
        return new RuleBook(version, rules, contexts, severity, source);
    }

    /** A digest of the files. */
    public String version() {
        return version;
    }

    /** In the order of the files, hidden ones too. */
    public List<TagRule> rules() {
        return inFileOrder;
    }

    /** The ids of all tags. */
    public Set<String> ids() {
        return source.tags.keySet();
    }

    /** The examples that stand beside the rules, for the build to run. */
    public List<RuleExample> examples() {
        return source.tags.values().stream().flatMap(read -> RuleExample.of(read)).toList();
    }

    /** For every mandatory tag that has words of its own, the languages in which it has some. */
    public Map<String, Set<String>> languagesOfMandatoryTags() {
        var languages = new LinkedHashMap<String, Set<String>>();
        source.tags.forEach((id, read) -> {
            if (read.tag().mandatory() && read.tag().when() == null) {
                languages.put(read.where(), RuleLanguages.of(read.tag(), source.words()));
            }
        });
        return languages;
    }

    /** How many words every tag has in every language, in the order of the files. */
    public LanguageTable languages() {
        return LanguageTable.of(source);
    }

    /** File, line and name of a tag, for messages. */
    String where(String tag) {
        var read = source.tags.get(tag);
        return read == null ? tag : read.where();
    }

    /** The words of all sets and tags as the files have them. */
    List<Coverage.SourceWords> words() {
        var words = new ArrayList<Coverage.SourceWords>();
        source.sets.values().forEach(set -> set.words()
                .forEach((language, list) -> words
                        .add(new Coverage.SourceWords(set.place().where(""), language, List.copyOf(list)))));
        source.tags.values().forEach(read -> {
            var terms = read.tag().terms();
            if (terms != null) {
                terms.forEach((language, list) -> words.add(
                        new Coverage.SourceWords(read.where(), language, List.copyOf(list.keySet()))));
            }
        });
        return words;
    }

    List<Context> contexts() {
        return contexts;
    }

    SeverityRules severity() {
        return severity;
    }

    List<TagRule> scoringOrder() {
        return inScoringOrder;
    }

    /** The terms of all rules; more may be added, to be found in the same pass. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** The Kazakh terms of all rules, for texts in Latin letters. */
    public LatinKazakhTerms kazakh() {
        return kazakh;
    }

    private static Stream<Term> terms(TagRule rule) {
        return switch (rule.reason()) {
            case TagRule.When(var query) -> Shape.terms(query);
            case TagRule.Points points -> Stream.of(points.terms().keySet().stream(),
                    points.near().stream().flatMap(near -> near.of().stream()).flatMap(TermSet::terms),
                    points.homes().stream().flatMap(home -> Stream.of(home.words(), home.others()))
                            .flatMap(TermSet::terms),
                    points.guard().words().terms(),
                    points.excludes().stream().flatMap(exclude -> exclude.words().terms())).flatMap(each -> each);
        };
    }

    private static List<String> needs(TagRule rule) {
        return switch (rule.reason()) {
            case TagRule.When(var query) -> Shape.tags(query).toList();
            case TagRule.Points points -> Stream.concat(points.guard().tags().stream(), points.unless().stream())
                    .toList();
        };
    }

    /** Every tag after those it needs. */
    private static List<TagRule> scoringOrder(List<TagRule> rules) {
        var byId = new LinkedHashMap<String, TagRule>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        var ordered = new ArrayList<TagRule>();
        var done = new LinkedHashSet<String>();
        rules.forEach(rule -> visit(rule, byId, new LinkedHashSet<>(), done, ordered));
        return List.copyOf(ordered);
    }

    private static void visit(TagRule rule, Map<String, TagRule> byId, Set<String> path, Set<String> done,
            List<TagRule> ordered) {
        if (done.contains(rule.id())) {
            return;
        }
        if (!path.add(rule.id())) {
            throw new TaxonomyException(rule.file() + ", tag " + rule.id() + ": it depends on itself: "
                    + String.join(" → ", path) + " → " + rule.id());
        }
        for (String need : needs(rule)) {
            var needed = byId.get(need);
            if (needed != null) {
                visit(needed, byId, path, done, ordered);
            }
        }
        path.remove(rule.id());
        done.add(rule.id());
        ordered.add(rule);
    }
}
