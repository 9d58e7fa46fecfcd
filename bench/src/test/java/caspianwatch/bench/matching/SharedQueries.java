package caspianwatch.bench.matching;

import java.util.List;
import java.util.Random;

/**
 * Random queries and texts of the part of the language that Lucene has too, from a seed: over few words, in several scripts and
 * spellings, so that phrases, overlaps and near misses happen all the time.
 */
final class SharedQueries {
    private static final List<String> WORDS = List.of("navy", "drill", "port", "ship", "флот", "учения", "dəniz", "ناو",
            "aktau", "boat", "corvette", "Каспий", "storm", "tatbikat", "гавань", "gämi", "кеме", "rig", "pilot",
            "strait");
    /** Written otherwise and the same after folding. */
    private static final List<String> SPELLINGS = List.of("NAVY", "Дрилл", "ФЛОТ", "DƏNİZ", "ناو\u200C", "Aktau",
            "ПОРТ",
            "Gämi", "gami", "sto\u00ADrm", "Каспии\u0306");
    private static final List<String> BETWEEN = List.of(" ", " ", " ", " ", ", ", ". ", "-", "\n", " — ");

    private final Random random;

    SharedQueries(Random random) {
        this.random = random;
    }

    String query() {
        return query(0);
    }

    String text(int most) {
        var text = new StringBuilder();
        int words = random.nextInt(most);
        for (int i = 0; i < words; i++) {
            text.append(random.nextInt(5) == 0 ? any(SPELLINGS) : any(WORDS)).append(any(BETWEEN));
        }
        return text.toString();
    }

    private String query(int depth) {
        int parts = depth == 0 ? 1 + random.nextInt(4) : 2 + random.nextInt(2);
        var query = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            if (i > 0) {
                query.append(any(List.of(" ", " AND ", " OR ", " NOT ", " AND ")));
            }
            query.append(depth < 3 && random.nextInt(4) == 0 ? "(" + query(depth + 1) + ")" : clause());
        }
        return query.toString();
    }

    private String clause() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> any(WORDS);
            case 2 -> "title:" + words();
            case 3 -> "text:" + words();
            case 4 -> phrase();
            case 5 -> side() + " NEAR/" + (1 + random.nextInt(8)) + " " + side();
            case 6 -> "NOT " + words();
            default -> words();
        };
    }

    private String words() {
        return random.nextBoolean() ? any(WORDS) : phrase();
    }

    private String phrase() {
        var phrase = new StringBuilder(any(WORDS));
        for (int i = random.nextInt(3); i >= 0; i--) {
            phrase.append(' ').append(any(WORDS));
        }
        return "\"" + phrase + "\"";
    }

    private String side() {
        if (random.nextInt(4) > 0) {
            return words();
        }
        return "(" + words() + " OR " + words() + (random.nextBoolean() ? "" : " OR " + words()) + ")";
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
