package caspianwatch.matching;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Articles from one line: a headline, and in brackets what else is known of it. */
final class Described {
    private Described() {}

    static TaggedArticle of(String description) {
        int bracket = description.indexOf('[');
        String title = bracket < 0 ? description : description.substring(0, bracket).strip();
        Map<String, String> known = new HashMap<>(Map.of("source", "news.example.org/1f", "feed", "Harbour Line",
                "country", "az", "lang", "und", "severity", "1", "text", ""));
        var tags = new ArrayList<Tag>();
        for (String each : bracket < 0 ? new String[0] : description.substring(bracket + 1).split("[,\\]]")) {
            String[] word = each.strip().split(" ", 2);
            if (word[0].equals("tag")) {
                tags.add(new Tag(word[1], 3, List.of(new Evidence(word[1], Evidence.Field.TITLE, 0, title.length(),
                        title, title, 3))));
            } else if (known.put(word[0], word[1]) == null) {
                throw new IllegalArgumentException(word[0] + " in " + description);
            }
        }
        var plain = Articles.article(title, known(known, "text"));
        var article = new Article(plain.id(),
                new Article.Source(known(known, "source"), known(known, "feed"),
                        known(known, "country").toUpperCase(Locale.ROOT)),
                null, null, plain.title(), plain.text(), plain.basis(), null, null, null, plain.firstSeen(),
                plain.fetched(), 1, "hash", List.of(), false);
        var entities = Tagger.of(Taxonomy.builtIn()).tag(article).entities();
        return new TaggedArticle(article, known(known, "lang"), tags, entities, null,
                Severity.of(Integer.parseInt(known(known, "severity"))), List.of(), "test",
                TaggedArticle.Origin.LIVE, article.firstSeen());
    }

    private static String known(Map<String, String> known, String name) {
        return known.getOrDefault(name, "");
    }
}
