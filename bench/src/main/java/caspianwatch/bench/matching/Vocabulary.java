package caspianwatch.bench.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Invented words, from the most frequent to the rarest, two in three in Latin letters and the others in Cyrillic. A word beyond
 * the common ones belongs to one subject; a subject also has pairs and triples of its words that stand together.
 */
final class Vocabulary {
    static final int WORDS = 60_000;
    static final int SUBJECTS = 40;
    private static final int COMMON = 200;
    private static final int COLLOCATIONS = 300;
    private static final String[] LATIN = syllables("bdfgklmnprstvz", "aeiou");
    private static final String[] CYRILLIC = syllables("бвгдзклмнпрст", "аеиоу");

    private final List<String> words;
    private final List<List<String>> subjects = new ArrayList<>();
    private final List<List<String>> collocations = new ArrayList<>();
    private final Zipf all = new Zipf(0, WORDS);
    private final Zipf uncommon = new Zipf(COMMON, WORDS);
    private final Zipf ofSubject;
    private final Zipf rareOfSubject;
    private final Zipf collocation = new Zipf(5, COLLOCATIONS);

    Vocabulary(long seed) {
        var random = new Random(seed);
        var distinct = new LinkedHashSet<String>();
        while (distinct.size() < WORDS) {
            distinct.add(word(random, 1 + Math.min(3, distinct.size() / 400) + random.nextInt(2)));
        }
        words = List.copyOf(distinct);
        for (int subject = 0; subject < SUBJECTS; subject++) {
            var mine = new ArrayList<String>();
            for (int rank = COMMON + subject; rank < WORDS; rank += SUBJECTS) {
                mine.add(words.get(rank));
            }
            subjects.add(mine);
        }
        int size = subjects.getLast().size();
        ofSubject = new Zipf(0, size);
        rareOfSubject = new Zipf(25, size);
        for (int subject = 0; subject < SUBJECTS; subject++) {
            var mine = new LinkedHashSet<String>();
            while (mine.size() < COLLOCATIONS) {
                var parts = new LinkedHashSet<String>();
                while (parts.size() < (mine.size() % 4 == 0 ? 3 : 2)) {
                    parts.add(ofSubject(subject, random));
                }
                mine.add(String.join(" ", parts));
            }
            collocations.add(List.copyOf(mine));
        }
    }

    /** A word as any text has them. */
    String any(Random random) {
        return words.get(all.next(random));
    }

    /** A word that is not among the commonest of the language. */
    String uncommon(Random random) {
        return words.get(uncommon.next(random));
    }

    /** A word of a subject. */
    String ofSubject(int subject, Random random) {
        return subjects.get(subject).get(ofSubject.next(random));
    }

    /** A rarer word of a subject, such as a name. */
    String name(int subject, Random random) {
        return subjects.get(subject).get(rareOfSubject.next(random));
    }

    /** Two or three words that stand together in texts of a subject. */
    String collocation(int subject, Random random) {
        return collocations.get(subject).get(collocation.next(random));
    }

    private static String word(Random random, int syllables) {
        var from = random.nextInt(3) < 2 ? LATIN : CYRILLIC;
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(from[random.nextInt(from.length)]);
        }
        return word.toString();
    }

    private static String[] syllables(String consonants, String vowels) {
        return consonants.chars().boxed()
                .flatMap(consonant -> vowels.chars().mapToObj(vowel -> "" + (char) (int) consonant + (char) vowel))
                .toArray(String[]::new);
    }
}
