package caspianwatch.matching.index;

import caspianwatch.matching.index.Fact.Kind;
import caspianwatch.matching.query.ArticleView;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Node.Where;
import caspianwatch.matching.query.Shape;
import caspianwatch.matching.term.Ids;
import caspianwatch.matching.term.Term;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A query as numbers. An instruction is its operation and, in the upper bits, its length in numbers; then
 *
 * <pre>
 * HAS key                      the article has it
 * IN  field key                a word in the title, or in the text
 * RUN field key key...         words next to one another; field ANY is either
 * NEAR within n RUN... RUN...  one of the first n numbers near one of the others
 * NOT one, AND some, OR some   instructions
 * </pre>
 */
final class Program {
    static final int HAS = 0;
    static final int IN = 1;
    static final int RUN = 2;
    static final int NEAR = 3;
    static final int NOT = 4;
    static final int AND = 5;
    static final int OR = 6;
    static final int OPERATIONS = 7;
    private static final int OPERATION = 7;
    private static final int LENGTH = 3;

    static final int ANY = 0;
    static final int TITLE = 1;
    static final int TEXT = 2;

    private final Vocabulary vocabulary;
    private final Ids code;

    private Program(Vocabulary vocabulary, Ids code) {
        this.vocabulary = vocabulary;
        this.code = code;
    }

    /** Compiles; each key in it is used once more for each time that it stands there. */
    static int[] of(Node query, Vocabulary vocabulary) {
        var program = new Program(vocabulary, new Ids());
        program.node(query);
        return program.code.toArray();
    }

    static int operation(int instruction) {
        return instruction & OPERATION;
    }

    static int length(int instruction) {
        return instruction >>> LENGTH;
    }

    static int instruction(int operation, int length) {
        return operation | (length << LENGTH);
    }

    /** Every key, as often as it stands there. */
    static void keys(int[] program, IntConsumer each) {
        int at = 0;
        while (at < program.length) {
            int length = length(program[at]);
            switch (operation(program[at])) {
                case HAS -> each.accept(program[at + 1]);
                case IN -> each.accept(program[at + 2]);
                case RUN -> {
                    for (int i = at + 2; i < at + length; i++) {
                        each.accept(program[i]);
                    }
                }
                default -> length = body(program[at]);
            }
            at += length;
        }
    }

    /** Where the instructions inside one begin. */
    static int body(int instruction) {
        return operation(instruction) == NEAR ? 3 : 1;
    }

    private void node(Node node) {
        switch (node) {
            case Node.Words(var where, var term) -> words(field(where), term);
            case Node.PlaceIs(var term, var entities) -> place(term, entities);
            case Node.EntityIs(var name, var entities) -> entities(name, entities);
            case Node.TagIs(var id) -> has(new Fact(Kind.TAG, id));
            case Node.AttributeIs(var attribute, var value) -> attribute(attribute, value);
            case Node.SeverityIs(var comparison, var digit) -> severity(comparison, digit);
            case Node.Near near -> near(near);
            case Node.And(var parts) -> group(AND, parts);
            case Node.Or(var parts) -> group(OR, parts);
            case Node.Not(var part) -> group(NOT, List.of(part));
        }
    }

    private void place(Term term, Set<String> entities) {
        int from = begin(OR);
        words(ANY, term);
        entities.forEach(id -> has(new Fact(Kind.ENTITY, id)));
        end(from);
    }

    /** What nothing goes by any more is asked for by its name, which no article has. */
    private void entities(String name, Set<String> entities) {
        int from = begin(OR);
        (entities.isEmpty() ? Set.of(name) : entities).forEach(id -> has(new Fact(Kind.ENTITY, id)));
        end(from);
    }

    private void attribute(Node.Attribute attribute, String value) {
        switch (attribute) {
            case LANGUAGE -> has(new Fact(Kind.LANGUAGE, value));
            case COUNTRY -> has(new Fact(Kind.COUNTRY, value));
            case SOURCE -> {
                int from = begin(OR);
                has(new Fact(Kind.SOURCE, value));
                String words = ArticleView.words(value).strip();
                if (!words.isEmpty()) {
                    has(new Fact(Kind.SOURCE_WORDS, words));
                }
                end(from);
            }
        }
    }

    private void severity(Node.Comparison comparison, int digit) {
        int from = begin(OR);
        for (int each = 1; each <= 5; each++) {
            if (comparison.holds(each, digit)) {
                has(new Fact(Kind.SEVERITY, String.valueOf(each)));
            }
        }
        end(from);
    }

    private void near(Node.Near near) {
        if (near.within() >= Occurrences.GAP) {
            throw new IllegalArgumentException("NEAR/" + near.within() + " is too far");
        }
        int from = begin(NEAR);
        code.add(near.within());
        code.add(0);
        Shape.words(near.left()).forEach(words -> run(ANY, words.term()));
        code.set(from + 2, code.size() - from - 3);
        Shape.words(near.right()).forEach(words -> run(ANY, words.term()));
        end(from);
    }

    private void words(int field, Term term) {
        if (term.words().size() > 1) {
            run(field, term);
            return;
        }
        int from = begin(field == ANY ? HAS : IN);
        if (field != ANY) {
            code.add(field);
        }
        code.add(vocabulary.use(term.words().getFirst()));
        end(from);
    }

    private void run(int field, Term term) {
        int from = begin(RUN);
        code.add(field);
        term.words().forEach(word -> code.add(vocabulary.use(word)));
        end(from);
    }

    private void has(Fact fact) {
        int from = begin(HAS);
        code.add(vocabulary.use(fact));
        end(from);
    }

    private void group(int operation, List<Node> parts) {
        int from = begin(operation);
        parts.forEach(this::node);
        end(from);
    }

    private int begin(int operation) {
        code.add(operation);
        return code.size() - 1;
    }

    private void end(int from) {
        code.set(from, instruction(code.get(from), code.size() - from));
    }

    private static int field(Where where) {
        return switch (where) {
            case ANYWHERE -> ANY;
            case TITLE -> TITLE;
            case TEXT -> TEXT;
        };
    }
}
