package caspianwatch.matching.index;

import java.util.Arrays;

/** Whether an article matches a program. Allocates nothing but room, once. For one thread. */
final class Check {
    private final Occurrences article;
    private final Places lefts = new Places();
    private final Places rights = new Places();

    Check(Occurrences article) {
        this.article = article;
    }

    /** Whether the instruction at a place holds. */
    boolean holds(int[] program, int at) {
        return switch (Program.operation(program[at])) {
            case Program.HAS -> article.has(program[at + 1]);
            case Program.IN -> isIn(program[at + 1], program[at + 2]);
            case Program.RUN -> stands(program, at);
            case Program.NEAR -> near(program, at);
            case Program.NOT -> !holds(program, at + 1);
            case Program.AND -> !any(program, at, false);
            case Program.OR -> any(program, at, true);
            default -> throw new IllegalStateException("no operation " + program[at]);
        };
    }

    /** Whether one of the instructions inside one comes out so. */
    private boolean any(int[] program, int at, boolean wanted) {
        int end = at + Program.length(program[at]);
        for (int each = at + 1; each < end; each += Program.length(program[each])) {
            if (holds(program, each) == wanted) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(int field, int key) {
        for (int place = article.first(key); place >= 0; place = article.next(place)) {
            if (isField(field, article.position(place))) {
                return true;
            }
        }
        return false;
    }

    private boolean isField(int field, int position) {
        return field == Program.ANY || article.isTitle(position) == (field == Program.TITLE);
    }

    private boolean stands(int[] program, int at) {
        for (int place = first(program, at); place >= 0; place = article.next(place)) {
            if (isField(program[at + 1], article.position(place)) && isRun(program, at, article.position(place))) {
                return true;
            }
        }
        return false;
    }

    /** The first place of a run's first word; -1 where one of its words is nowhere. */
    private int first(int[] program, int at) {
        int end = at + Program.length(program[at]);
        for (int i = at + 3; i < end; i++) {
            if (!article.has(program[i])) {
                return -1;
            }
        }
        return article.first(program[at + 2]);
    }

    private boolean isRun(int[] program, int at, int position) {
        int length = Program.length(program[at]) - 2;
        for (int i = 1; i < length; i++) {
            if (!article.stands(program[at + 2 + i], position + i)) {
                return false;
            }
        }
        return true;
    }

    /** Places that overlap are one word and not two near ones: near is where one side ends before the other begins. */
    private boolean near(int[] program, int at) {
        int between = at + 3 + program[at + 2];
        int end = at + Program.length(program[at]);
        int within = program[at + 1];
        return collect(program, at + 3, between, lefts) && collect(program, between, end, rights)
                && (lefts.endBefore(rights, within) || rights.endBefore(lefts, within));
    }

    private boolean collect(int[] program, int from, int to, Places places) {
        places.clear();
        for (int at = from; at < to; at += Program.length(program[at])) {
            int length = Program.length(program[at]) - 2;
            for (int place = first(program, at); place >= 0; place = article.next(place)) {
                int position = article.position(place);
                if (isRun(program, at, position)) {
                    places.add(position, position + length - 1);
                }
            }
        }
        return places.size > 0;
    }

    /** The starts and ends of one side's places, each in order: which start belongs to which end does not count. */
    private static final class Places {
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int size;
        private boolean sorted;

        void clear() {
            size = 0;
            sorted = true;
        }

        void add(int start, int end) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            sorted &= size == 0 || (start >= starts[size - 1] && end >= ends[size - 1]);
            starts[size] = start;
            ends[size++] = end;
        }

        /** Whether one of these ends before one of those starts, and that at most so many positions later. */
        boolean endBefore(Places others, int within) {
            sort();
            others.sort();
            int other = 0;
            for (int i = 0; i < size; i++) {
                while (other < others.size && others.starts[other] <= ends[i]) {
                    other++;
                }
                if (other == others.size) {
                    return false;
                }
                if (others.starts[other] - ends[i] <= within) {
                    return true;
                }
            }
            return false;
        }

        private void sort() {
            if (!sorted) {
                Arrays.sort(starts, 0, size);
                Arrays.sort(ends, 0, size);
                sorted = true;
            }
        }
    }
}
