package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Json;
import caspianwatch.contract.Tag;
import caspianwatch.matching.why.InWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kazakh in Latin letters is tagged like Kazakh in Cyrillic ones, in whichever of its spellings. */
class LatinKazakhTest {
    private static final Tagger TAGGER = Tagger.of(Taxonomy.builtIn());

    /** An article of the examination or of our own. */
    private record Item(Set<String> wanted, Article article) {}

    @ParameterizedTest
    @CsvSource(textBlock = """
            абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяәьъ, a b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh y i e ıý ıa á
            абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяәьъ, a b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş y ı e iu ia ä
            абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяәьъ, a b v g ğ d e yo j z i y k q l m n ñ o ö p r s t w u ü f x h ts ç ş ş ı i e yu ya ä
            абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюяәьъ, a b v g gh d e yo zh z i y k q l m n ng o o p r s t u u u f kh h ts ch sh sh y i e yu ya a
            """)
    void tagsTheExaminationInLatinLettersLikeInCyrillicOnes(String cyrillic, String latin) {
        var letters = latin.split(" ", -1);
        Map<Character, String> spelling = IntStream.range(0, cyrillic.length()).boxed()
                .collect(Collectors.toMap(cyrillic::charAt, i -> i < letters.length ? letters[i] : ""));
        var examined = examined();
        int kazakh = 0;
        int given = 0;
        int kept = 0;
        int added = 0;
        for (var article : examined) {
            var wanted = ids(TAGGER.tag(article).tags());
            var verdict = TAGGER
                    .tag(Articles.article(spelt(article.title(), spelling), spelt(article.text(), spelling)));
            var tags = ids(verdict.tags());
            kazakh += verdict.language().equals("kk") ? 1 : 0;
            given += wanted.size();
            kept += (int) wanted.stream().filter(tags::contains).count();
            added += (int) tags.stream().filter(tag -> !wanted.contains(tag)).count();
        }
        assertThat(examined).hasSizeGreaterThan(80);
        assertThat(kazakh).isGreaterThanOrEqualTo(examined.size() - 2);
        assertThat(kept).as("of %d", given).isGreaterThanOrEqualTo((int) Math.ceil(0.98 * given));
        assertThat(added).as("to %d", given).isLessThanOrEqualTo(given / 50);
    }

    @Test
    void findsTheNewsInThreeSpellings() {
        var news = own().filter(item -> !item.wanted.isEmpty()).toList();
        var missed = new ArrayList<String>();
        int wanted = 0;
        for (var item : news) {
            var verdict = TAGGER.tag(item.article);
            assertThat(verdict.language()).as(item.article.title()).isEqualTo("kk");
            wanted += item.wanted.size();
            var lacking = new HashSet<>(item.wanted);
            lacking.removeAll(ids(verdict.tags()));
            lacking.forEach(tag -> missed.add(tag + ": " + item.article.title()));
        }
        assertThat(news).hasSizeGreaterThan(20);
        assertThat(missed).as("of %d", wanted).hasSizeLessThanOrEqualTo(wanted / 25);
    }

    @Test
    void isSilentOfWhatIsNoNewsOfTheSea() {
        var others = own().filter(item -> item.wanted.isEmpty()).toList();
        var wrong = new ArrayList<String>();
        for (var item : others) {
            var topics = ids(TAGGER.tag(item.article).tags());
            topics.retainAll(ExamScore.TOPICS);
            topics.forEach(tag -> wrong.add(tag + ": " + item.article.title()));
        }
        assertThat(others).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void evidenceIsInTheWordsOfTheArticle() {
        own().forEach(item -> {
            var verdict = TAGGER.tag(item.article);
            Stream.concat(verdict.tags().stream().map(Tag::evidence), verdict.entities().stream().map(
                    each -> each.evidence())).flatMap(Collection::stream).forEach(each -> {
                        String field = each.field() == Evidence.Field.TITLE
                                ? item.article.title()
                                : item.article.text();
                        assertThat(field.substring(each.start(), each.end())).isEqualTo(each.text());
                    });
        });
    }

    @Test
    void whySaysWhichTermAWordIs() {
        var article = Articles.article("Kaspıı flotılıasynyń korveti portqa keldi", "");
        assertThat(TAGGER.tag(article).entities().getFirst().evidence().getFirst().rule()).endsWith("~kk");
        assertThat(TAGGER.why(article, "naval").map(why -> String.join("\n", InWords.of(why)))).hasValueSatisfying(
                why -> assertThat(why).contains("\"korveti\" by корветі~kk"));
    }

    private static Stream<Item> own() {
        return lines(Path.of("src/test/resources/kazakh-latin.tsv")).filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Item(cells[1].equals("-") ? Set.of() : Set.of(cells[1].split(" ", -1)),
                        Articles.article(cells[2], cells[3])));
    }

    private static List<Article> examined() {
        try (var files = Files.list(Path.of("src/test/resources/exam"))) {
            return files.sorted().flatMap(LatinKazakhTest::lines).map(LatinKazakhTest::cyrillic)
                    .flatMap(List::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Article> cyrillic(String line) {
        try {
            var item = Json.MAPPER.readTree(line);
            String title = item.path("title").asText();
            return item.path("lang").asText().equals("kk") && title.chars().anyMatch(letter -> letter > 0x400)
                    ? List.of(Articles.article(title, item.path("text").asText()))
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ids(List<Tag> tags) {
        return tags.stream().map(Tag::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static String spelt(String text, Map<Character, String> spelling) {
        var spelt = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String letters = spelling.get(Character.toLowerCase(c));
            if (letters == null) {
                spelt.append(c);
            } else if (Character.isUpperCase(c) && !letters.isEmpty()) {
                spelt.append(Character.toUpperCase(letters.charAt(0))).append(letters.substring(1));
            } else {
                spelt.append(letters);
            }
        }
        return spelt.toString();
    }
}
