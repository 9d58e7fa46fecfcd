package caspianwatch.matching;

import java.util.List;
import java.util.Random;

/** Queries, titles and texts over a few words, from a seed, so that many match. */
final class RandomQueries {
    private static final List<String> WORDS = List.of("navy", "drill", "port", "ship", "флот", "учения", "dəniz", "ناو",
            "aktau", "boat", "caspian", "naval", "Каспий", "storm");
    private static final List<String> CLAUSES = List.of("navy", "drill", "\"port ship\"", "флот~ru", "учени~ru",
            "dəniz~az", "ناو~fa", "\"caspian\"", "caspian", "naval", "tag:regional-defence", "title:drill",
            "text:boat", "\"navy drill\"", "navy NEAR/3 port", "(drill OR boat) NEAR/4 \"port ship\"", "lang:ru",
            "country:az", "severity:>=2", "severity:<3", "source:example.org", "=Navy", "place:aktau", "storm");

    private RandomQueries() {}

    static String query(Random random, int depth) {
        int parts = 1 + random.nextInt(3);
        var query = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            if (i > 0) {
                query.append(List.of(" ", " AND ", " OR ", " NOT ").get(random.nextInt(4)));
            }
            query.append(depth < 3 && random.nextInt(3) == 0
                    ? "(" + query(random, depth + 1) + ")"
                    : CLAUSES.get(random.nextInt(CLAUSES.size())));
        }
        return query.toString();
    }

    static String text(Random random, int most) {
        var text = new StringBuilder();
        int words = random.nextInt(most);
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(5) == 0 ? ". " : " ");
        }
        return text.toString();
    }
}
