package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.matching.language.Languages;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.taxonomy.Judgement;
import caspianwatch.matching.taxonomy.RuleBook;
import caspianwatch.matching.taxonomy.Scoring;
import java.util.List;
import java.util.Map;

/** Tags articles. Immutable; any number of threads. */
public final class Tagger {
    private final RuleBook rules;
    private final Gazetteer gazetteer;

    private Tagger(RuleBook rules, Gazetteer gazetteer) {
        this.rules = rules;
        this.gazetteer = gazetteer;
        gazetteer.addTo(rules.lexicon());
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

    /** How every rule judged an article, in the order of the taxonomy's files: why a tag was given, and why another was not. */
    public List<Judgement> judge(Article article) {
        return Scoring.judgements(rules, words(article));
    }

    private ArticleView words(Article article) {
        String language = Languages.detect(article.title(), article.text(), article.languageHint());
        return ArticleView.of(article, language, Map.of(), 1, rules.lexicon());
    }
}
