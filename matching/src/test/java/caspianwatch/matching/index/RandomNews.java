package caspianwatch.matching.index;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Entity;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Evidence.Field;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.SyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles and queries over some hundred words, common ones and rare ones, from a seed. */
final class RandomNews {
    private static final List<String> TAGS = List.of("naval", "caspian", "naval-exercise", "ru");
    /** As they stand in texts; the first are the most common. */
    private static final List<String> WRITTEN = Stream.concat(Stream.of("the", "Navy", "navies", "флот", "учения",
            "boat", "Boats", "dənizində", "deniz'de", "ناو", "ناوهای", "البحرية", "navy's", "US", "us", "port",
            "portal",
            "кораблями", "l'Iran", "海军", "gemiyi", "Denizi'nde", "ship", "drilled"),
            Stream.iterate(0, i -> i + 1).limit(120).map(i -> "word" + i)).toList();
    private static final List<String> ASKED = Stream.concat(Stream.of("the", "navy", "navy~en", "флот~ru", "учени~ru",
            "boat", "boat~en", "dəniz~az", "deniz", "deniz~tr", "ناو~fa", "بحري~ar", "=US", "us", "port~en", "port",
            "корабл~ru", "iran", "海军", "gemi~tr", "ship", "drill~en-v"),
            Stream.iterate(0, i -> i + 1).limit(120).map(i -> "word" + i)).toList();
    private static final List<String> FACTS = List.of("tag:naval", "tag:caspian", "lang:ru", "lang:az", "country:az",
            "country:kz", "source:example.org", "source:news.example.org/1", "source:line", "source:\"harbour line\"",
            "source:other", "entity:w", "entity:navy", "severity:>=3", "severity:2", "severity:<4");

    /** Every place goes by other names too, those of a few by their first letter. */
    private static final KnownNames NAMES = new KnownNames(Set.copyOf(TAGS),
            term -> Set.of("place." + term.print().charAt(0)),
            name -> Set.of("place." + name.charAt(0)));

    private final Random random;

    private RandomNews(Random random) {
        this.random = random;
    }

    static TaggedArticle article(Random random) {
        var news = new RandomNews(random);
        var source = new Article.Source("news.example.org/" + random.nextInt(2),
                random.nextBoolean() ? "Harbour Line (demo)" : "The Other", random.nextBoolean() ? "AZ" : "KZ");
        var article = new Article("a", source, null, null, news.text(12), news.text(120), TextBasis.FULL, null, null,
                null,
                Instant.EPOCH, Instant.EPOCH, 1, "hash", List.of(), false);
        var tags = TAGS.stream().filter(tag -> random.nextInt(3) == 0)
                .map(tag -> new Tag(tag, 1, List.of(new Evidence(tag, Field.TITLE, 0, 0, "", "", 1)))).toList();
        return new TaggedArticle(article, List.of("ru", "az", "und").get(random.nextInt(3)), tags, news.entities(),
                null,
                Severity.of(1 + random.nextInt(5)), List.of(), "test", TaggedArticle.Origin.LIVE, Instant.EPOCH);
    }

    private List<Entity> entities() {
        return ASKED.stream().filter(any -> random.nextInt(70) == 0).map(word -> "place." + word.charAt(0)).distinct()
                .map(id -> new Entity(id, "place", id, 41.0, 50.0,
                        List.of(new Evidence("", Field.TITLE, 0, 0, "", "", 1))))
                .toList();
    }

    static Node query(Random random) {
        while (true) {
            try {
                return Parser.parse(new RandomNews(random).query(0), NAMES, false);
            } catch (SyntaxException e) {
                // it only said what must not be there
            }
        }
    }

    private String query(int depth) {
        int parts = depth == 0 ? 2 + random.nextInt(3) : 1 + random.nextInt(3);
        String joint = random.nextInt(3) == 0 ? " OR " : " AND ";
        return Stream.generate(() -> part(depth)).limit(parts).collect(Collectors.joining(joint));
    }

    private String part(int depth) {
        return switch (random.nextInt(depth < 3 ? 9 : 6)) {
            case 0 -> FACTS.get(random.nextInt(FACTS.size()));
            case 1 -> "\"" + asked() + " " + asked() + (random.nextBoolean() ? "" : " " + asked()) + "\"";
            case 2 -> side() + " NEAR/" + (1 + random.nextInt(12)) + " " + side();
            case 3 -> List.of("title:", "text:", "place:").get(random.nextInt(3)) + asked();
            case 4, 5 -> asked();
            case 6 -> "NOT (" + query(depth + 1) + ")";
            default -> "(" + query(depth + 1) + ")";
        };
    }

    private String side() {
        return switch (random.nextInt(4)) {
            case 0 -> "(" + asked() + " OR " + asked() + " OR \"" + asked() + " " + asked() + "\")";
            case 1 -> "\"" + asked() + " " + asked() + "\"";
            default -> asked();
        };
    }

    private String asked() {
        return common(ASKED);
    }

    private String text(int most) {
        var words = new ArrayList<String>();
        for (int i = random.nextInt(most); i > 0; i--) {
            words.add(common(WRITTEN) + (random.nextInt(9) == 0 ? "." : ""));
        }
        return String.join(" ", words);
    }

    private String common(List<String> of) {
        return of.get((int) (of.size() * Math.pow(random.nextDouble(), 2.5)));
    }
}
