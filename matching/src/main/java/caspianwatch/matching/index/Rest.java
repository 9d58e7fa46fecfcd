package caspianwatch.matching.index;

import caspianwatch.matching.term.Ids;

/** What is left to ask of an article once it is known to have two keys. */
final class Rest {
    static final int[] NOTHING = {};

    private final int[] program;
    private final int key;
    private final int second;
    private final Ids left = new Ids();

    private Rest(int[] program, int key, int second) {
        this.program = program;
        this.key = key;
        this.second = second;
    }

    /** A program for articles that have both keys; without instructions where they match in any case. */
    static int[] of(int[] program, int key, int second) {
        var rest = new Rest(program, key, second);
        return rest.ask(0) ? rest.left.toArray() : NOTHING;
    }

    /** Appends what is left of an instruction; false where it holds in any case. */
    private boolean ask(int at) {
        return switch (Program.operation(program[at])) {
            case Program.HAS -> program[at + 1] != key && program[at + 1] != second && copy(at);
            case Program.AND -> all(at);
            case Program.OR -> any(at);
            default -> copy(at);
        };
    }

    private boolean copy(int at) {
        for (int i = at; i < at + Program.length(program[at]); i++) {
            left.add(program[i]);
        }
        return true;
    }

    private boolean all(int at) {
        int from = left.size();
        left.add(Program.AND);
        int parts = 0;
        for (int each = at + 1; each < at + Program.length(program[at]); each += Program.length(program[each])) {
            parts += ask(each) ? 1 : 0;
        }
        if (parts == 0) {
            left.cut(from);
        } else if (parts == 1) {
            left.remove(from);
        } else {
            left.set(from, Program.instruction(Program.AND, left.size() - from));
        }
        return parts > 0;
    }

    private boolean any(int at) {
        int from = left.size();
        left.add(Program.OR);
        for (int each = at + 1; each < at + Program.length(program[at]); each += Program.length(program[each])) {
            if (!ask(each)) {
                left.cut(from);
                return false;
            }
        }
        left.set(from, Program.instruction(Program.OR, left.size() - from));
        return true;
    }
}
