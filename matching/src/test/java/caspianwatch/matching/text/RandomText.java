package caspianwatch.matching.text;

import java.util.Random;

/** Texts of every kind of character, from a seed. */
public final class RandomText {
    private static final String LETTERS = "İIıiƏəЁёЙйЇїіŞşĞğİ'’ʼ-ضيىكیکآأةه۱٢3ßﬁﷺ½ⅷ";
    private static final String INVISIBLE = "\u200C\u200D\u200B\u00AD\u0640\u202B\u202C\u2067\u0301\u0306\u0308\u0327\uFEFF";

    private RandomText() {}

    /** At most 60 characters. */
    public static String of(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                case 2 -> text.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
                case 3 -> text.append(' ');
                case 4 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                case 5 -> text.appendCodePoint(0x10000 + random.nextInt(0x20000));
                case 6 -> text.append((char) (0xD800 + random.nextInt(0x800)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    /** At most 400 characters, most of them plain letters and blanks, with words of any length and something odd at times. */
    public static String ofProse(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(400);
        int odd = 1 << random.nextInt(9);
        while (text.length() < length) {
            if (random.nextInt(odd + 1) == odd) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            char first = random.nextInt(3) == 0 ? 'а' : 'a';
            switch (random.nextInt(8)) {
                case 0 -> text.append(". ", random.nextInt(2), 2);
                case 1 -> text.append((char) (first - 32 + random.nextInt(26)));
                case 2 -> text.append(odd < 4 ? INVISIBLE.charAt(random.nextInt(INVISIBLE.length())) : first);
                default -> text.append(String.valueOf((char) (first + random.nextInt(26)))
                        .repeat(random.nextInt(30) == 0 ? 70 : 1));
            }
        }
        return text.toString();
    }
}
