package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence;
import caspianwatch.matching.taxonomy.RuleFile;
import caspianwatch.matching.why.Explanation;
import caspianwatch.matching.why.InWords;
import caspianwatch.matching.why.Missing;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagWhyTest {
    private static final Taxonomy TAXONOMY = Taxonomy.of(List.of(new RuleFile("why.yaml", """
            sets:
              navy: {en: [navy, fleet]}
              drill: {en: [drill~, exercise~]}
              sea: {en: [sea, coast]}
            tags:
              - {id: football, name: Football, group: other, colour: "#000000", terms: {en: {football: 3}}}
              - id: naval-drill
                name: Naval drills
                group: core
                colour: "#123456"
                threshold: {title: 3, summary: 4, full: 4}
                weights: {title: 1, lead: 1, text: 0.5}
                terms: {en: {frigate~: 2, drill~: 1}}
                near: [{of: [navy, drill], within: 3, points: 3}, {of: [drill, sea], within: 3, points: 1}]
                requires: {any: [navy, sea], within: 0}
                unless: [football]
                excludes: [{within: 1, words: {en: [dentist~]}}]
              - {id: drill-or-ball, name: Both, group: core, colour: "#123456", when: "tag:naval-drill lang:en"}
            """)));
    private final Tagger tagger = Tagger.of(TAXONOMY);

    @Test
    void saysWhatCountedAndHowManyPointsAreMissing() {
        var why = ofTag("Frigate of the navy in port", "A summary.");
        assertThat(why.given()).isFalse();
        assertThat(why.points()).isEqualTo(2);
        assertThat(why.threshold()).isEqualTo(4);
        assertThat(why.basis()).isEqualTo(TextBasis.SUMMARY);
        assertThat(why.counted()).extracting(Evidence::text).containsExactly("Frigate");
        assertThat(why.nearly()).extracting(Explanation.Nearly::rule, Explanation.Nearly::lacking)
                .containsExactly(tuple("navy NEAR/3 drill", "no word of drill is there"));
    }

    @Test
    void saysHowFarApartTheWordsOfACombinationStand() {
        var why = ofTag("Navy ends a long and cold winter before the drill", "");
        assertThat(why.nearly().getFirst().lacking()).isEqualTo("9 words apart, 3 would do");
        assertThat(why.nearly().getFirst().points()).isEqualTo(3);
    }

    @Test
    void namesTheGuardThatStoppedAWord() {
        var why = ofTag("Navy dentist's drill", "");
        assertThat(why.stopped()).extracting(each -> each.words().text()).containsExactly("drill");
        assertThat(why.stopped().getFirst().by()).contains("dentist");
        assertThat(why.given()).isFalse();
    }

    @Test
    void namesWhatIsRequiredAndMissingThoughThePointsAreThere() {
        var why = ofTag("Frigates drill", "");
        assertThat(why.points()).isGreaterThanOrEqualTo(why.threshold());
        assertThat(why.given()).isFalse();
        assertThat(why.needs()).containsExactly("navy", "sea");
    }

    @Test
    void namesTheTagThatRulesItOut() {
        assertThat(ofTag("Navy drill before football", "").vetoes()).isEqualTo("football");
    }

    @Test
    void aGivenTagHasItsEvidenceAndLacksNothing() {
        var why = ofTag("Navy drill at sea", "");
        assertThat(why.lacks()).isFalse();
        assertThat(why.points()).isGreaterThanOrEqualTo(why.threshold());
        assertThat(why.counted()).isEqualTo(tagger.tag(Articles.article("Navy drill at sea", "")).tags().getFirst()
                .evidence());
    }

    @Test
    void aDerivedTagNamesTheClauseThatIsMissing() {
        var why = tagger.why(Articles.article("Frigate in port", ""), "drill-or-ball").orElseThrow();
        assertThat(why).asInstanceOf(type(Explanation.OfQuery.class)).satisfies(query -> {
            assertThat(query.of()).isEqualTo("tag:drill-or-ball");
            assertThat(query.missing()).extracting(Missing::clause).contains("tag:naval-drill");
        });
    }

    @Test
    void aTagThatIsNotInTheTaxonomyHasNoExplanation() {
        assertThat(tagger.why(Articles.article("Frigate", ""), "frigates")).isEmpty();
    }

    @Test
    void everyTagOfEveryExampleIsGivenExactlyWhereItsExplanationSaysSo() {
        var shipped = Tagger.of(Taxonomy.builtIn());
        var shown = Taxonomy.builtIn().tags().stream().map(Taxonomy.TagInfo::id).toList();
        for (var example : Taxonomy.builtIn().rules().examples()) {
            if (!shown.contains(example.tag())) {
                continue;
            }
            var article = Articles.article(example.title(), example.text());
            boolean given = shipped.tag(article).tags().stream().anyMatch(tag -> tag.id().equals(example.tag()));
            assertThat(shipped.why(article, example.tag()).orElseThrow().lacks()).as(example.where())
                    .isEqualTo(!given);
        }
    }

    @Test
    void theWordsFitOnAScreenAndSayTheVerdictFirst() {
        String text = "Frigate and drill, frigate and drill. ".repeat(40);
        for (String title : List.of("Navy drill", "Frigates drill", "Navy dentist's drill", "Football")) {
            var lines = InWords.of(ofTag(title, text));
            assertThat(lines).hasSizeBetween(2, 30);
            assertThat(lines.getFirst()).startsWith("tag:naval-drill is ")
                    .contains(" of 4 points needed for a summary");
        }
    }

    private Explanation.OfTag ofTag(String title, String text) {
        return (Explanation.OfTag) tagger.why(Articles.article(title, text), "naval-drill").orElseThrow();
    }
}
