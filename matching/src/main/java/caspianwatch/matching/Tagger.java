package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.language.Languages;
import caspianwatch.matching.taxonomy.Judgement;
import caspianwatch.matching.taxonomy.RuleBook;
import caspianwatch.matching.taxonomy.Scoring;
import caspianwatch.matching.taxonomy.TagWhy;
import caspianwatch.matching.why.Explanation;
import java.util.List;
import java.util.Optional;

/** Tags articles. Immutable; any number of threads. */
public final class Tagger {
    private final RuleBook rules;

    private Tagger(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * What the taxonomy makes of an article.
     *
     * @param severityReasons in words, the weightiest first
     */
    public record Verdict(String language, List<Tag> tags, List<Entity> entities, Severity severity,
            List<String> severityReasons) {}

    /** A tagger for a taxonomy. */
    public static Tagger of(Taxonomy taxonomy) {
        return new Tagger(taxonomy.rules());
    }

    /** Finds language, tags with evidence, and severity. */
    public Verdict tag(Article article) {
        String language = language(article);
        var outcome = Scoring.outcome(rules, article, language);
        return new Verdict(language, outcome.tags(), List.of(), outcome.severity(), outcome.severityReasons());
    }

    /** A live article with what the taxonomy of this version makes of it, in no story yet, tagged when it was first seen. */
    TaggedArticle tagged(Article article, String version) {
        var verdict = tag(article);
        return new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null,
                verdict.severity(), verdict.severityReasons(), version, TaggedArticle.Origin.LIVE,
                article.firstSeen());
    }

    /** How every rule judged an article, in the order of the taxonomy's files: why a tag was given, and why another was not. */
    public List<Judgement> judge(Article article) {
        return Scoring.judgements(rules, article, language(article));
    }

    /** Why an article has a tag, or what it lacks of it; empty where the taxonomy has no such tag. */
    public Optional<Explanation> why(Article article, String tag) {
        return TagWhy.of(rules, article, language(article), tag);
    }

    private static String language(Article article) {
        return Languages.detect(article.title(), article.text(), article.languageHint());
    }
}
