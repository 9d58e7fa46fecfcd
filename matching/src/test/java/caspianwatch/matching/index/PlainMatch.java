package caspianwatch.matching.index;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.language.Endings;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.term.Term;
import caspianwatch.matching.term.Word;
import caspianwatch.matching.text.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether an article matches a query, read off the definition: every word against every token, every place against every place. */
final class PlainMatch {
    private record Place(Field field, int first, int last) {}

    private final TaggedArticle article;
    private final Tokens title;
    private final Tokens text;

    PlainMatch(TaggedArticle article) {
        this.article = article;
        this.title = Tokens.of(article.article().title());
        this.text = Tokens.of(article.article().text());
    }

    boolean matches(Node node) {
        return switch (node) {
            case Node.Words(var where, var term) -> places(term).stream().anyMatch(place -> switch (where) {
                case ANYWHERE -> true;
                case TITLE -> place.field == Field.TITLE;
                case TEXT -> place.field == Field.TEXT;
            });
            case Node.PlaceIs(var term, var entities) -> !places(term).isEmpty()
                    || article.entities().stream().anyMatch(entity -> entities.contains(entity.id()));
            case Node.EntityIs(_, var entities) ->
                article.entities().stream().anyMatch(entity -> entities.contains(entity.id()));
            case Node.TagIs(var id) -> article.has(id);
            case Node.AttributeIs(var attribute, var value) -> switch (attribute) {
                case LANGUAGE -> article.language().equals(value);
                case COUNTRY -> article.article().source().country().equalsIgnoreCase(value);
                case SOURCE -> isSource(value);
            };
            case Node.SeverityIs(var comparison, var digit) -> comparison.holds(article.severity().digit(), digit);
            case Node.Near(var left, var right, var within) -> near(left, right, within);
            case Node.And(var parts) -> parts.stream().allMatch(this::matches);
            case Node.Or(var parts) -> parts.stream().anyMatch(this::matches);
            case Node.Not(var part) -> !matches(part);
        };
    }

    private boolean near(Node left, Node right, int within) {
        for (var one : places(left)) {
            for (var other : places(right)) {
                int apart = Math.max(one.first - other.last, other.first - one.last);
                if (one.field == other.field && apart > 0 && apart <= within) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Place> places(Node side) {
        return Shape.words(side).flatMap(words -> places(words.term()).stream()).toList();
    }

    private List<Place> places(Term term) {
        var places = new ArrayList<Place>();
        for (var field : Field.values()) {
            var tokens = field == Field.TITLE ? title : text;
            for (int first = 0; first + term.words().size() <= tokens.size(); first++) {
                boolean here = true;
                for (int i = 0; i < term.words().size(); i++) {
                    here &= is(term.words().get(i), tokens, first + i);
                }
                if (here) {
                    places.add(new Place(field, first, first + term.words().size() - 1));
                }
            }
        }
        return places;
    }

    private static boolean is(Word word, Tokens tokens, int at) {
        String token = tokens.word(at);
        String endings = word.endings();
        if (endings == null) {
            String written = word.written();
            boolean same = token.equals(word.text())
                    || (token.contains("'") && token.substring(0, token.lastIndexOf('\'')).equals(word.text()));
            return same && (written == null || tokens.slice(at, at).startsWith(written));
        }
        return Endings.of(endings).orElseThrow().forms(word.text()).stream()
                .anyMatch(form -> proclitics(form.afterProclitic()).stream()
                        .anyMatch(before -> token.startsWith(before + form.stem()) && form.endings()
                                .contains(token.substring((before + form.stem()).length()).replace("'", ""))));
    }

    private static Collection<String> proclitics(boolean any) {
        var all = new ArrayList<>(Set.of(""));
        if (any) {
            all.addAll(Endings.arabicProclitics());
        }
        return all;
    }

    private boolean isSource(String value) {
        var source = article.article().source();
        String host = source.feedKey().replaceFirst("/.*", "");
        return source.feedKey().equals(value) || host.equals(value) || host.endsWith("." + value)
                || (" " + source.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip() + " ")
                        .contains(" " + value + " ");
    }
}
