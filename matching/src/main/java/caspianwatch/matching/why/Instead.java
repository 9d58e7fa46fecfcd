package caspianwatch.matching.why;

import caspianwatch.contract.Evidence.Field;
import caspianwatch.matching.language.Endings;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.term.Lexicon;
import caspianwatch.matching.term.Span;
import caspianwatch.matching.term.Term;
import java.util.ArrayList;
import java.util.List;

/** What an article has instead of what a clause asks for. */
final class Instead {
    private final ArticleView view;

    Instead(ArticleView view) {
        this.view = view;
    }

    /** In words; empty where there is nothing to say. */
    String of(Node leaf) {
        return switch (leaf) {
            case Node.Words words -> words(words);
            case Node.AttributeIs(var attribute, _) -> "it is " + view.value(attribute);
            case Node.SeverityIs _ -> "it is " + view.severity();
            case Node.Near(var left, var right, _) -> sides(left, right);
            case Node.PlaceIs(var term, _) -> inflected(term);
            case Node.EntityIs _,Node.TagIs _,Node.And _,Node.Or _,Node.Not _ -> "";
        };
    }

    /** How many words lie between the closest two sides in one field; -1 where no field has both. */
    int distance(Node.Near near) {
        int closest = -1;
        for (var field : Field.values()) {
            for (var left : places(near.left(), field)) {
                for (var right : places(near.right(), field)) {
                    int distance = left.distance(right);
                    if (distance > 0 && (closest < 0 || distance < closest)) {
                        closest = distance;
                    }
                }
            }
        }
        return closest;
    }

    private List<Span> places(Node side, Field field) {
        var places = new ArrayList<Span>();
        Shape.words(side).forEach(words -> places.addAll(view.found(field).of(words.term())));
        return places;
    }

    private String words(Node.Words words) {
        for (var field : Field.values()) {
            var found = view.found(field).of(words.term());
            if (!found.isEmpty()) {
                return "it stands in the " + name(field) + " only";
            }
        }
        return inflected(words.term());
    }

    private String sides(Node left, Node right) {
        boolean hasLeft = isThere(left);
        boolean hasRight = isThere(right);
        return hasLeft && hasRight
                ? "one side stands in the title, the other in the text"
                : hasLeft ? "the first side is there" : hasRight ? "the second side is there" : "neither side is there";
    }

    private boolean isThere(Node side) {
        return !places(side, Field.TITLE).isEmpty() || !places(side, Field.TEXT).isEmpty();
    }

    /** Another form of an exact word, and the stem that would find it. */
    private String inflected(Term term) {
        String language = view.language();
        if (!term.isPlainWord() || Endings.of(language).isEmpty()) {
            return "";
        }
        var stem = Term.of(term.print() + "~" + language, null);
        var lexicon = new Lexicon();
        lexicon.add(stem);
        for (var field : Field.values()) {
            var found = lexicon.find(view.tokens(field)).of(stem);
            if (!found.isEmpty()) {
                var span = found.getFirst();
                return "there is \"" + view.tokens(field).slice(span.first(), span.last()) + "\": " + stem.print()
                        + " finds it";
            }
        }
        return "";
    }

    private static String name(Field field) {
        return switch (field) {
            case TITLE -> "title";
            case TEXT -> "text";
        };
    }
}
