package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.matching.language.Languages;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.taxonomy.RuleBook;
import caspianwatch.matching.taxonomy.Scoring;
import caspianwatch.matching.taxonomy.TagRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tags articles. Immutable; any number of threads. */
public final class Tagger {
    private final RuleBook rules;
    private final Gazetteer gazetteer;
    private final Map<String, Integer> severities;

    private Tagger(RuleBook rules, Gazetteer gazetteer) {
        this.rules = rules;
        this.gazetteer = gazetteer;
        gazetteer.addTo(rules.lexicon());
        this.severities = rules.rules().stream().collect(Collectors.toMap(TagRule::id, TagRule::severity));
    }

    /** What the taxonomy makes of an article. */
    public record Verdict(String language, List<Tag> tags, List<Entity> entities, Severity severity,
            List<String> severityReasons) {}

    /** A tagger for a taxonomy, with the entities of the gazetteer that ships with the product. */
    public static Tagger of(Taxonomy taxonomy) {
        return of(taxonomy, Gazetteer.builtIn());
    }

    /** A tagger for a taxonomy and a gazetteer. */
    public static Tagger of(Taxonomy taxonomy, Gazetteer gazetteer) {
        return new Tagger(taxonomy.rules(), gazetteer);
    }

    /** Finds language, tags and entities with evidence, and severity. */
    public Verdict tag(Article article) {
        String language = Languages.detect(article.title(), article.text(), article.languageHint());
        var words = ArticleView.of(article, language, Map.of(), 1, rules.lexicon());
        var tags = Scoring.tags(rules, words);
        int highest = tags.stream().mapToInt(this::severity).max().orElse(Severity.BACKGROUND.digit());
        var reasons = tags.stream().filter(tag -> severity(tag) == highest)
                .map(tag -> tag.id() + " " + highest + ": " + strongest(tag)).toList();
        return new Verdict(language, tags, gazetteer.entities(words), Severity.of(highest), reasons);
    }

    private int severity(Tag tag) {
        return severities.getOrDefault(tag.id(), Severity.BACKGROUND.digit());
    }

    private static String strongest(Tag tag) {
        return tag.evidence().stream().max(Comparator.comparingDouble(Evidence::weight)).map(Evidence::text).orElse("");
    }
}
