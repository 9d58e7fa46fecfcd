package caspianwatch.matching.query;

import caspianwatch.contract.Article;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Tag;
import caspianwatch.matching.language.LatinKazakh;
import caspianwatch.matching.term.Found;
import caspianwatch.matching.term.LatinKazakhTerms;
import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An article as queries see it: cut into tokens once, with the places of every term of one lexicon.
 *
 * @param severity 1 to 5
 */
public record ArticleView(Article article, String language, Map<String, Tag> tags, int severity,
        List<Entity> entities, Tokens title, Tokens text, Found inTitle, Found inText) {

    /** Looks for all terms of the lexicon. */
    public static ArticleView of(Article article, String language, Map<String, Tag> tags, int severity,
            Lexicon lexicon) {
        var title = Tokens.recent(article.title());
        var text = Tokens.recent(article.text());
        return new ArticleView(article, language, tags, severity, List.of(), title, text, lexicon.find(title),
                lexicon.find(text));
    }

    /** Looks for all terms of the lexicon, and in Kazakh in Latin letters for all Kazakh ones in their other spellings. */
    public static ArticleView of(Article article, String language, Lexicon lexicon, LatinKazakhTerms kazakh) {
        var view = of(article, language, Map.of(), 1, lexicon);
        if (!language.equals("kk") || !LatinKazakhTerms.isLatin(view.title)) {
            return view;
        }
        var told = LatinKazakh.of(article.title() + ' ' + article.text());
        return new ArticleView(article, language, view.tags, 1, List.of(), view.title, view.text,
                kazakh.with(view.inTitle, view.title, told), kazakh.with(view.inText, view.text, told));
    }

    /** The same words with tags found. */
    public ArticleView with(Map<String, Tag> found) {
        return new ArticleView(article, language, found, severity, entities, title, text, inTitle, inText);
    }

    /** Whether the article names one of these. */
    boolean names(Set<String> ids) {
        return entities.stream().anyMatch(entity -> ids.contains(entity.id()));
    }

    /** The same words with entities found. */
    public ArticleView with(List<Entity> found) {
        return new ArticleView(article, language, tags, severity, found, title, text, inTitle, inText);
    }

    /** The tokens of a field. */
    public Tokens tokens(Evidence.Field field) {
        return switch (field) {
            case TITLE -> title;
            case TEXT -> text;
        };
    }

    /** The terms of a field. */
    public Found found(Evidence.Field field) {
        return switch (field) {
            case TITLE -> inTitle;
            case TEXT -> inText;
        };
    }

    /** Tokens as evidence. */
    public Evidence evidence(String tag, Evidence.Field field, Span span, String rule, double weight) {
        var tokens = tokens(field);
        return new Evidence(tag, field, tokens.start(span.first()), tokens.end(span.last()),
                tokens.slice(span.first(), span.last()), rule, weight);
    }

    boolean has(Node.Attribute attribute, String value) {
        return attribute == Node.Attribute.SOURCE ? isSource(value) : value(attribute).equals(value);
    }

    /** An attribute as queries write it. */
    public String value(Node.Attribute attribute) {
        return Folding.fold(switch (attribute) {
            case LANGUAGE -> language;
            case COUNTRY -> article.source().country();
            case SOURCE -> article.source().feedKey();
        });
    }

    /** A feed's key, its host, a domain above its host, or words of its title. */
    private boolean isSource(String value) {
        String key = Folding.fold(article.source().feedKey());
        String host = key.contains("/") ? key.substring(0, key.indexOf('/')) : key;
        if (key.equals(value) || host.equals(value) || host.endsWith("." + value)) {
            return true;
        }
        String words = words(value);
        return !words.isBlank() && words(article.source().title()).contains(words);
    }

    /** The words of a text between blanks. */
    public static String words(String text) {
        var tokens = Tokens.of(text);
        var words = new StringBuilder(" ");
        for (int i = 0; i < tokens.size(); i++) {
            words.append(tokens.word(i)).append(' ');
        }
        return words.toString();
    }
}
