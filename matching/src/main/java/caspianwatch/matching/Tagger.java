package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.matching.language.Languages;
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
    private final Map<String, Integer> severities;

    private Tagger(RuleBook rules) {
        this.rules = rules;
        this.severities = rules.rules().stream().collect(Collectors.toMap(TagRule::id, TagRule::severity));
    }

    /** What the taxonomy makes of an article. */
    public record Verdict(String language, List<Tag> tags, List<Entity> entities, Severity severity,
            List<String> severityReasons) {}

    /** A tagger for a taxonomy. */
    public static Tagger of(Taxonomy taxonomy) {
        return new Tagger(taxonomy.rules());
    }

    /** Finds language, tags with evidence, and severity. */
    public Verdict tag(Article article) {
        String language = Languages.detect(article.title(), article.text(), article.languageHint());
        var tags = Scoring.tags(rules, article, language);
        int highest = tags.stream().mapToInt(this::severity).max().orElse(Severity.BACKGROUND.digit());
        var reasons = tags.stream().filter(tag -> severity(tag) == highest)
                .map(tag -> tag.id() + " " + highest + ": " + strongest(tag)).toList();
        return new Verdict(language, tags, List.of(), Severity.of(highest), reasons);
    }

    private int severity(Tag tag) {
        return severities.getOrDefault(tag.id(), Severity.BACKGROUND.digit());
    }

    private static String strongest(Tag tag) {
        return tag.evidence().stream().max(Comparator.comparingDouble(Evidence::weight)).map(Evidence::text).orElse("");
    }
}
