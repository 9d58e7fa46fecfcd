package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.language.Languages;
import caspianwatch.matching.query.ArticleView;
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
    private final Gazetteer gazetteer;
    private final String version;

    private Tagger(RuleBook rules, Gazetteer gazetteer) {
        this.rules = rules;
        this.gazetteer = gazetteer;
        this.version = Ids.of(rules.version(), gazetteer.version(), ShippedFiles.languagesVersion());
        gazetteer.addTo(rules.lexicon(), rules.kazakh());
    }

    /** Changes whenever the same article may get another verdict: with the rules, the gazetteer, endings or languages. */
    public String version() {
        return version;
    }

    /**
     * What the taxonomy makes of an article.
     *
     * @param severityReasons in words, the weightiest first
     */
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
        var words = words(article);
        var outcome = Scoring.outcome(rules, words);
        return new Verdict(words.language(), outcome.tags(), gazetteer.entities(words), outcome.severity(),
                outcome.severityReasons());
    }

    /** A live article with what the rules make of it, in no story yet, tagged when it was first seen. */
    TaggedArticle tagged(Article article) {
        var verdict = tag(article);
        return new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null,
                verdict.severity(), verdict.severityReasons(), version, TaggedArticle.Origin.LIVE,
                article.firstSeen());
    }

    /** How every rule judged an article, in the order of the taxonomy's files: why a tag was given, and why another was not. */
    public List<Judgement> judge(Article article) {
        return Scoring.judgements(rules, words(article));
    }

    /** Why an article has a tag, or what it lacks of it; empty where the taxonomy has no such tag. */
    public Optional<Explanation> why(Article article, String tag) {
        return TagWhy.of(rules, words(article), tag);
    }

    private ArticleView words(Article article) {
        String language = Languages.detect(article.title(), article.text(), article.languageHint());
        return ArticleView.of(article, language, rules.lexicon(), rules.kazakh());
    }
}
