package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Tag;
import caspianwatch.matching.taxonomy.RuleExample;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TaxonomyExamplesTest {
    private static final List<String> MANDATORY = List.of("en", "ru", "az", "fa", "tr", "kk", "tk");

    private final Tagger tagger = Tagger.of(Taxonomy.builtIn());

    @Test
    void everyExampleGetsItsTagOrNot() {
        var wrong = new ArrayList<String>();
        for (var example : Taxonomy.builtIn().rules().examples()) {
            var article = Articles.article(example.title(), example.text());
            boolean given = tagger.judge(article).stream()
                    .anyMatch(each -> each.tag().equals(example.tag()) && each.given());
            if (given != example.positive()) {
                wrong.add(message(example, tagger.tag(article).tags()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyTagHasThreePositiveExamplesInThreeLanguagesAndTwoNegativeOnes() {
        var examples = Taxonomy.builtIn().rules().examples();
        assertThat(Taxonomy.builtIn().tags()).allSatisfy(tag -> {
            var own = examples.stream().filter(each -> each.tag().equals(tag.id())).toList();
            var positive = own.stream().filter(RuleExample::positive).toList();
            assertThat(positive).as(tag.id()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(positive.stream().map(RuleExample::lang).distinct()).as(tag.id())
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(own.size() - positive.size()).as(tag.id()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void everyRuleFiresOnAnExample() {
        assertThat(Taxonomy.builtIn().coverage().silent()).isEmpty();
    }

    /** The rest are names, forms and synonyms, which the examinations meet. */
    @Test
    void moreThanThreeInTwentyWordsStandInAnExample() {
        var coverage = Taxonomy.builtIn().coverage();
        assertThat(coverage.met()).as("of %d", coverage.words()).isGreaterThan(coverage.words() * 3 / 20);
    }

    @Test
    void everyMandatoryTagHasWordsInEveryMandatoryLanguage() {
        var wrong = new ArrayList<String>();
        Taxonomy.builtIn().rules().languagesOfMandatoryTags().forEach((tag, languages) -> {
            var missing = new TreeSet<>(MANDATORY);
            missing.removeAll(languages);
            if (!missing.isEmpty()) {
                wrong.add(tag + " has no words in " + String.join(" ", missing));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void someTagsAreMandatoryAndSomeExamplesExist() {
        assertThat(Taxonomy.builtIn().rules().languagesOfMandatoryTags()).isNotEmpty();
        assertThat(Taxonomy.builtIn().rules().examples()).anyMatch(RuleExample::positive)
                .anyMatch(example -> !example.positive());
    }

    @Test
    void everyEvidenceSlicesOutOfTheArticleAndNoneOfATagOverlaps() {
        for (var example : Taxonomy.builtIn().rules().examples()) {
            var article = Articles.article(example.title(), example.text());
            for (var tag : tagger.tag(article).tags()) {
                int end = -1;
                var field = tag.evidence().getFirst().field();
                for (var each : tag.evidence()) {
                    assertThat(each.field().of(article).substring(each.start(), each.end())).isEqualTo(each.text());
                    assertThat(each.tag()).isEqualTo(tag.id());
                    assertThat(each.field() != field || each.start() >= end).as(example.where()).isTrue();
                    field = each.field();
                    end = each.end();
                }
            }
        }
    }

    private static String message(RuleExample example, List<Tag> tags) {
        var found = tags.stream().map(tag -> tag.id() + " " + tag.score() + " "
                + tag.evidence().stream().map(each -> each.text() + " = " + each.rule()).toList()).toList();
        return example.where() + " (" + example.lang() + "): \"" + example.title() + "\" got " + found;
    }
}
