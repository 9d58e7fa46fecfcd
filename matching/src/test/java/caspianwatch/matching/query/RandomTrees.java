package caspianwatch.matching.query;

import caspianwatch.matching.query.Node.Attribute;
import caspianwatch.matching.query.Node.Comparison;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Trees of every shape that a query can have, over words of any script, from a seed. */
final class RandomTrees {
    static final List<String> TAGS = List.of("caspian", "naval-exercise", "ru", "navy");
    private static final List<String> WORDS = List.of("navy", "флотил~ru", "учени~ru", "=US", "=ВМФ", "denizi'nde",
            "dəniz~az", "تنگه", "نیروی", "می‌رود", "海军", "და", "ծով", "and", "not", "or", "near", "caspian",
            "ru", "9M729", "ёлка", "ﬁre", "l'Iran", "𝒩aval", "straße", "o'clock", "٣٤", "й", "=Ё", "x~en-v", "a1");
    private static final List<String> SOURCES = List.of("example.org", "a b", "news/1f", "x:y", "(c)", "и *", "q?",
            "'s", "-", "tag:x", "AND", "نیرو", "a~b", "^2");

    private final Random random;
    private int clauses = 40;

    private RandomTrees(Random random) {
        this.random = random;
    }

    /** A tree as the parser makes them: nothing flat is nested, and it asks for something. */
    static Node tree(Random random) {
        var trees = new RandomTrees(random);
        return Shape.and(List.of(trees.leaf(), trees.node(0)));
    }

    private Node node(int depth) {
        if (clauses < 8 || depth > 3) {
            return leaf();
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Node.Not(node(depth + 1));
            case 1, 2 -> Shape.and(several(() -> node(depth + 1)));
            case 3, 4 -> Shape.or(several(() -> node(depth + 1)));
            default -> leaf();
        };
    }

    private List<Node> several(Supplier<Node> one) {
        var parts = new ArrayList<Node>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            parts.add(one.get());
        }
        return parts;
    }

    private Node leaf() {
        clauses--;
        return switch (random.nextInt(10)) {
            case 8 -> place();
            case 9 -> value("entity:");
            case 0 -> new Node.TagIs(pick(TAGS));
            case 1 -> new Node.AttributeIs(Attribute.LANGUAGE, pick(List.of("ru", "und", "az")));
            case 2 -> new Node.AttributeIs(Attribute.COUNTRY, pick(List.of("kz", "ir")));
            case 3 -> random.nextBoolean()
                    ? new Node.SeverityIs(pick(List.of(Comparison.values())), 1 + random.nextInt(5))
                    : value("source:");
            case 4 -> new Node.Near(side(), side(), 1 + random.nextInt(50));
            default -> words(pick(List.of(Where.values())));
        };
    }

    private Node place() {
        var term = ((Node.Words) words(Where.ANYWHERE)).term();
        return new Node.PlaceIs(term, entities(term));
    }

    /** The places that go by a term: those of its first letter. */
    static Set<String> entities(Term term) {
        return Set.of("place." + term.print().charAt(0));
    }

    /** What goes by a name: what has its first letter. */
    static Set<String> named(String name) {
        return Set.of("place." + name.charAt(0));
    }

    /** As the parser reads it, for a value is folded. */
    private Node value(String field) {
        try {
            return Parser.parse(field + "\"" + pick(SOURCES) + "\"",
                    new KnownNames(Set.of(), RandomTrees::entities, RandomTrees::named), false);
        } catch (SyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private Node side() {
        return random.nextInt(3) > 0 ? words(Where.ANYWHERE) : Shape.or(several(() -> words(Where.ANYWHERE)));
    }

    private Node words(Where where) {
        clauses--;
        var words = new ArrayList<String>();
        for (int i = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1; i > 0; i--) {
            words.add(pick(WORDS));
        }
        return new Node.Words(where, Term.of(String.join(" ", words), null));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
