package caspianwatch.matching.index;

import java.util.Arrays;

/**
 * Where a program hangs: keys of which a matching article has at least one, each with a mark that a match by way of the key has
 * too: of a second key, or of two words that follow one another. The cheapest is chosen, by how likely an article has them.
 */
final class Anchor {
    /** What it costs to check a query, where to pass it by for want of its second key costs 1. */
    private static final double CHECK = 15;
    /** How likely two words follow one another in an article that has one of them. */
    private static final double FOLLOWS = 0.02;
    /** The mark that every article has. */
    private static final int NONE = Occurrences.mark(Vocabulary.ALWAYS);
    private static final int[] NO_PAIRS = {};

    private final Vocabulary vocabulary;
    /** Keys and marks by turns. */
    private int[] pairs = NO_PAIRS;
    /** The two rarest keys that every match has; 0 where there is none. */
    private int rarest;
    private int nextRarest;
    /** The mark of two words of which every match has the one after the other; none otherwise. */
    private int following = NONE;

    private Anchor(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The best for a program. */
    static Anchor of(int[] program, Vocabulary vocabulary) {
        var anchor = of(program, 0, vocabulary);
        if (anchor.size() == 0) {
            anchor.hang(Vocabulary.ALWAYS, NONE);
        }
        return anchor;
    }

    int size() {
        return pairs.length / 2;
    }

    int key(int index) {
        return pairs[2 * index];
    }

    int mark(int index) {
        return pairs[2 * index + 1];
    }

    /** What it costs an article, on average. */
    double cost() {
        double cost = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            cost += cost(pairs[i], pairs[i + 1], vocabulary);
        }
        return cost;
    }

    /** What one key with its mark costs an article, on average. */
    static double cost(int key, int mark, Vocabulary vocabulary) {
        return vocabulary.chance(key) * (1 + CHECK * chanceOf(mark, vocabulary));
    }

    private static double chanceOf(int mark, Vocabulary vocabulary) {
        return Occurrences.isPair(mark) ? FOLLOWS : vocabulary.chance(Occurrences.key(mark));
    }

    private static Anchor of(int[] program, int at, Vocabulary vocabulary) {
        int end = at + Program.length(program[at]);
        var anchor = new Anchor(vocabulary);
        switch (Program.operation(program[at])) {
            case Program.HAS -> anchor.all(program, at + 1, end);
            case Program.IN -> anchor.all(program, at + 2, end);
            case Program.RUN -> anchor.run(program, at + 2, end);
            case Program.NEAR -> {
                int between = at + 3 + program[at + 2];
                anchor.cheapest(any(program, at + 3, between, vocabulary), any(program, between, end, vocabulary));
            }
            case Program.AND -> anchor.cheapest(parts(program, at + 1, end, vocabulary));
            case Program.OR -> {
                return any(program, at + 1, end, vocabulary);
            }
            default -> {
                // what must not be there is no anchor
            }
        }
        return anchor;
    }

    private static Anchor[] parts(int[] program, int from, int end, Vocabulary vocabulary) {
        int count = 0;
        for (int at = from; at < end; at += Program.length(program[at])) {
            count++;
        }
        var parts = new Anchor[count];
        for (int at = from, i = 0; i < count; at += Program.length(program[at]), i++) {
            parts[i] = of(program, at, vocabulary);
        }
        return parts;
    }

    /** Of instructions of which one must hold: all their anchors, or none where one has none. */
    private static Anchor any(int[] program, int from, int end, Vocabulary vocabulary) {
        var parts = parts(program, from, end, vocabulary);
        if (parts.length == 1) {
            return parts[0];
        }
        var anchor = new Anchor(vocabulary);
        for (var part : parts) {
            if (part.size() == 0) {
                return new Anchor(vocabulary);
            }
            for (int i = 0; i < part.size(); i++) {
                anchor.hang(part.key(i), part.mark(i));
            }
        }
        return anchor;
    }

    /** Of keys that must all be there: the rarest, with the next. */
    private void all(int[] program, int from, int end) {
        for (int i = from; i < end; i++) {
            require(program[i]);
        }
        hang(rarest, markOf(nextRarest));
    }

    /** Of words that follow one another: the rarest, with the two that are rarest together. */
    private void run(int[] program, int from, int end) {
        all(program, from, end);
        double least = Double.MAX_VALUE;
        for (int i = from; i + 1 < end; i++) {
            double chance = vocabulary.chance(program[i]) * vocabulary.chance(program[i + 1]);
            if (chance < least) {
                least = chance;
                following = Occurrences.mark(program[i], program[i + 1]);
            }
        }
        narrow(following);
    }

    /** Of parts that must all hold. */
    private void cheapest(Anchor... parts) {
        for (var part : parts) {
            require(part.rarest);
            require(part.nextRarest);
            following = following == NONE ? part.following : following;
        }
        double least = Double.MAX_VALUE;
        for (var part : parts) {
            if (part.size() > 0) {
                part.narrow(markOf(rarest));
                part.narrow(markOf(nextRarest));
                part.narrow(following);
                double cost = part.cost();
                if (cost < least) {
                    least = cost;
                    pairs = part.pairs;
                }
            }
        }
    }

    /** Gives each key this mark where it is rarer than its own. */
    private void narrow(int mark) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (mark != Occurrences.mark(pairs[i]) && chanceOf(mark, vocabulary) < chanceOf(pairs[i + 1], vocabulary)) {
                pairs[i + 1] = mark;
            }
        }
    }

    private void require(int key) {
        if (key == 0 || key == rarest || key == nextRarest) {
            return;
        }
        if (chance(key) < chance(rarest)) {
            nextRarest = rarest;
            rarest = key;
        } else if (chance(key) < chance(nextRarest)) {
            nextRarest = key;
        }
    }

    private void hang(int key, int mark) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == key) {
                pairs[i + 1] = pairs[i + 1] == mark ? mark : NONE;
                return;
            }
        }
        pairs = Arrays.copyOf(pairs, pairs.length + 2);
        pairs[pairs.length - 2] = key;
        pairs[pairs.length - 1] = mark;
    }

    private static int markOf(int key) {
        return key == 0 ? NONE : Occurrences.mark(key);
    }

    /** How likely a key is; no key is there always, and less rare than any. */
    private double chance(int key) {
        return key == 0 ? 1.000_001 : vocabulary.chance(key);
    }
}
