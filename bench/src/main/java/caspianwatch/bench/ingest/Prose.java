package caspianwatch.bench.ingest;

import java.util.Random;

/** Invented sentences of one script, in the lengths of news. */
final class Prose {
    private static final String[][] ALPHABETS = {{"bdfgklmnprstvz", "aeiou"}, {"бвгдзклмнпрст", "аеиоу"},
            {"bcçdğklmnrsşz", "aəıiou"}, {"بتجدرسشکلمن", "اوی"}};
    /** How many scripts there are. */
    static final int SCRIPTS = ALPHABETS.length;

    private final String consonants;
    private final String vowels;
    private final Random random;

    Prose(int script, Random random) {
        consonants = ALPHABETS[script][0];
        vowels = ALPHABETS[script][1];
        this.random = random;
    }

    /** Words until there are so many characters. */
    String of(int chars) {
        var text = new StringBuilder();
        while (text.length() < chars) {
            if (!text.isEmpty()) {
                text.append(random.nextInt(12) == 0 ? ". " : " ");
            }
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                text.append(one(consonants)).append(one(vowels));
            }
        }
        return text.toString();
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
