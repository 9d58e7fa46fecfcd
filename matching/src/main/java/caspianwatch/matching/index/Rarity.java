package caspianwatch.matching.index;

import caspianwatch.matching.term.Word;
import java.util.Arrays;

/**
 * How often articles have a key: counted on the stream's own past, expected from the key's form before there is one. Counts
 * are hints that decide about speed and never about matches, so that threads count without minding one another.
 */
final class Rarity {
    /** Articles for which an expectation stands. */
    private static final float EXPECTED = 32;
    private static final int ALL = 1024;
    private static final int SAMPLE = 8;

    private float[] seen = new float[64];
    private float[] expected = new float[64];
    private int articles;
    private int offered;

    /** How likely an article of a few hundred words is to have a word, for all we know of the word. */
    static float expected(Word word) {
        float chance = switch (word.text().length()) {
            case 0, 1, 2 -> 0.4f;
            case 3 -> 0.25f;
            case 4 -> 0.12f;
            case 5 -> 0.07f;
            case 6 -> 0.05f;
            case 7 -> 0.03f;
            default -> 0.02f;
        };
        return word.endings() != null ? 2 * chance : word.written() != null ? chance / 2 : chance;
    }

    void add(int key, float chance) {
        if (key >= seen.length) {
            seen = Arrays.copyOf(seen, 2 * key);
            expected = Arrays.copyOf(expected, 2 * key);
        }
        expected[key] = chance;
        seen[key] = chance * articles;
    }

    /** Whether the next article is one of those to be counted. */
    boolean isCounted() {
        return offered++ < ALL || offered % SAMPLE == 0;
    }

    /** Counts the keys of an article. */
    void count(Occurrences article) {
        articles++;
        var counts = seen;
        for (int i = 0; i < article.keys(); i++) {
            int key = article.keyAt(i);
            if (key < counts.length) {
                counts[key]++;
            }
        }
    }

    /** How many articles were counted. */
    int articles() {
        return articles;
    }

    /**
     * How likely an article is to have a key.
     *
     * @param uses in queries; what many ask for is common, until articles say otherwise
     * @param total uses of all keys
     */
    double chance(int key, int uses, int total) {
        double asked = total < 10_000 ? 0 : Math.min(0.5, 100.0 * uses / total);
        return (seen[key] + EXPECTED * Math.max(expected[key], asked)) / (articles + EXPECTED);
    }
}
