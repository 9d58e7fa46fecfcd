package caspianwatch.matching.taxonomy;

import caspianwatch.matching.term.TermSet;
import java.util.List;

/**
 * A part of a text that is not the news: background, a recollection, boiler-plate. Its words count only in part.
 *
 * @param words what opens it
 * @param years years that open it, too
 * @param factor from 0 to 1, multiplied with the points of every hit inside
 */
record Context(String name, TermSet words, List<Years> years, double factor, Reach reach) {

    /** How far it goes from the word that opens it. */
    enum Reach {
        SENTENCE, PARAGRAPH, REST
    }

    /** First and last, both inclusive. */
    record Years(int first, int last) {
        boolean has(String token) {
            if (token.length() != 4) {
                return false;
            }
            int year = 0;
            for (int i = 0; i < 4; i++) {
                int digit = token.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return false;
                }
                year = year * 10 + digit;
            }
            return first <= year && year <= last;
        }
    }

    Context {
        years = List.copyOf(years);
    }
}
