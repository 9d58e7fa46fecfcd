package caspianwatch.matching.index;

import java.util.Arrays;

/** The places of words that stand next to one another, from the last to the first: each word's places are walked through once. */
final class Run {
    private final Occurrences article;
    /** Where each word's walk is. */
    private int[] places = new int[8];
    private int words;

    Run(Occurrences article) {
        this.article = article;
    }

    /** Begins with the RUN at a place of a program. */
    void begin(int[] program, int at) {
        words = Program.length(program[at]) - 2;
        if (words > places.length) {
            places = Arrays.copyOf(places, 2 * words);
        }
        for (int i = 0; i < words; i++) {
            places[i] = article.last(program[at + 2 + i]);
        }
    }

    int length() {
        return words;
    }

    /** The position of the first word, where all stand in a row the next time before; -1 where there is none. */
    int next() {
        while (places[0] >= 0) {
            int position = article.position(places[0]);
            places[0] = article.before(places[0]);
            int in = 1;
            while (in < words && stands(in, position + in)) {
                in++;
            }
            if (in == words) {
                return position;
            }
        }
        return -1;
    }

    /** Whether a word stands at a position. */
    private boolean stands(int word, int wanted) {
        int place = places[word];
        while (place >= 0 && article.position(place) > wanted) {
            place = article.before(place);
        }
        places[word] = place;
        return place >= 0 && article.position(place) == wanted;
    }
}
