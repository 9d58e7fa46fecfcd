package caspianwatch.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated articles: each of one subject, half of its words from it, one word in twenty the start of a collocation. */
final class News {
    private static final int TITLE = 10;

    private final Vocabulary vocabulary;
    private final Random random;

    News(Vocabulary vocabulary, long seed) {
        this.vocabulary = vocabulary;
        this.random = new Random(seed);
    }

    /** An article; title and text have so many words together. */
    record Text(String title, String text) {}

    List<Text> articles(int count, int words) {
        var articles = new ArrayList<Text>();
        for (int i = 0; i < count; i++) {
            int subject = random.nextInt(Vocabulary.SUBJECTS);
            articles.add(new Text(text(subject, TITLE), text(subject, words - TITLE)));
        }
        return articles;
    }

    private String text(int subject, int size) {
        var words = new ArrayList<String>();
        while (words.size() < size) {
            switch (random.nextInt(20)) {
                case 0 -> words.addAll(List.of(vocabulary.collocation(subject, random).split(" ")));
                case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> words.add(vocabulary.any(random));
                default -> words.add(vocabulary.ofSubject(subject, random));
            }
        }
        var text = new StringBuilder();
        boolean first = true;
        for (String word : words.subList(0, size)) {
            text.append(first ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
            first = random.nextInt(14) == 0;
            text.append(first ? ". " : random.nextInt(12) == 0 ? ", " : " ");
        }
        return text.toString().strip();
    }
}
