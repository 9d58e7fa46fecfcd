package caspianwatch.matching.index;

import java.util.Arrays;

/** Whether an article matches a program. Allocates nothing but room, once. For one thread. */
final class Check {
    /** What a single word takes in a NEAR. */
    private static final int WORD = 3;
    /** What two words in a row take. */
    private static final int PAIR = 4;

    private final Occurrences article;
    private final Run run;
    private final Places lefts = new Places();
    private final Places rights = new Places();

    Check(Occurrences article) {
        this.article = article;
        this.run = new Run(article);
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
        for (int place = article.last(key); place >= 0; place = article.before(place)) {
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
        if (Program.length(program[at]) == PAIR && program[at + 1] == Program.ANY
                && article.follows(program[at + 2], program[at + 3])) {
            return true;
        }
        run.begin(program, at);
        for (int position = run.next(); position >= 0; position = run.next()) {
            if (isField(program[at + 1], position)) {
                return true;
            }
        }
        return false;
    }

    /** Places that overlap are one word and not two near ones: near is where one side ends before the other begins. */
    private boolean near(int[] program, int at) {
        int between = at + 3 + program[at + 2];
        int end = at + Program.length(program[at]);
        int within = program[at + 1];
        if (between == at + 3 + WORD && end == between + WORD) {
            return near(program[between - 1], program[end - 1], within);
        }
        return collect(program, at + 3, between, lefts) && collect(program, between, end, rights)
                && (lefts.endBefore(rights, within) || rights.endBefore(lefts, within));
    }

    /** The same for two words, as most queries have it: both are walked through from the end, side by side. */
    private boolean near(int one, int other, int within) {
        int mine = article.last(one);
        int theirs = article.last(other);
        while (mine >= 0 && theirs >= 0) {
            int at = article.position(mine);
            int apart = at - article.position(theirs);
            if (apart == 0) {
                // A word that is both is near the next of either.
                mine = article.before(mine);
                theirs = article.before(theirs);
                if (isWithin(mine, at, within) || isWithin(theirs, at, within)) {
                    return true;
                }
            } else if (Math.abs(apart) <= within) {
                return true;
            } else if (apart > 0) {
                mine = article.before(mine);
            } else {
                theirs = article.before(theirs);
            }
        }
        return false;
    }

    private boolean isWithin(int place, int after, int within) {
        return place >= 0 && after - article.position(place) <= within;
    }

    private boolean collect(int[] program, int from, int to, Places places) {
        places.clear();
        for (int at = from; at < to; at += Program.length(program[at])) {
            run.begin(program, at);
            for (int position = run.next(); position >= 0; position = run.next()) {
                // The last comes first: seen from the end of the article, near is as near.
                places.add(-(position + run.length() - 1), -position);
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
