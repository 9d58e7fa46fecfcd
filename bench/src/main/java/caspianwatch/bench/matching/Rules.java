package caspianwatch.bench.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Generated queries of the shapes that people write: names, two or three clauses, phrases, words near one another, something
 * left out. A query's words are of one subject; the commonest words of the language are in none.
 */
final class Rules {
    private final Vocabulary vocabulary;
    private final Random random;

    Rules(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.random = new Random(seed);
    }

    /** Endless. */
    Stream<String> queries() {
        return Stream.generate(this::query);
    }

    private String query() {
        int subject = random.nextInt(Vocabulary.SUBJECTS);
        int shape = random.nextInt(100);
        if (shape < 12) {
            return vocabulary.name(subject, random);
        } else if (shape < 15) {
            return "title:" + vocabulary.name(subject, random);
        } else if (shape < 35) {
            return String.join(" AND ", words(subject, 2));
        } else if (shape < 45) {
            return String.join(" AND ", words(subject, 3));
        } else if (shape < 55) {
            var words = words(subject, 3);
            return "(" + words.get(0) + " OR " + words.get(1) + ") AND " + words.get(2);
        } else if (shape < 60) {
            return vocabulary.name(subject, random) + " OR " + phrase(subject);
        } else if (shape < 75) {
            return phrase(subject);
        } else if (shape < 90) {
            return near(subject);
        } else if (shape < 95) {
            var words = words(subject, 3);
            return words.get(0) + " AND " + words.get(1) + " NOT " + words.get(2);
        } else {
            return phrase(subject) + " AND NOT " + words(subject, 1).getFirst();
        }
    }

    private String near(int subject) {
        String within = " NEAR/" + List.of(3, 5, 10).get(random.nextInt(3)) + " ";
        if (random.nextInt(4) > 0) {
            return String.join(within, words(subject, 2));
        }
        String phrase = vocabulary.collocation(subject, random);
        String word = words(subject, 1).getFirst();
        return (" " + phrase + " ").contains(" " + word + " ")
                ? near(subject)
                : word + within + "\"" + phrase + "\"";
    }

    private String phrase(int subject) {
        return "\"" + vocabulary.collocation(subject, random) + "\"";
    }

    /** Different ones. */
    private List<String> words(int subject, int count) {
        var words = new LinkedHashSet<String>();
        while (words.size() < count) {
            words.add(random.nextInt(10) < 7 ? vocabulary.ofSubject(subject, random) : vocabulary.uncommon(random));
        }
        return List.copyOf(words);
    }
}
