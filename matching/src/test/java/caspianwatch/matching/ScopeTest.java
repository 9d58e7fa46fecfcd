package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Tag;
import caspianwatch.matching.taxonomy.RuleFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What in an article is its news. */
class ScopeTest {
    private static final String RULES = """
            contexts:
              - {name: looking back, factor: 0.5, reach: sentence, years: [[1900, 2023]], words: {en: ["last year"]}}
              - {name: recollection, factor: 0.25, reach: paragraph, words: {en: ["recall that"]}}
              - {name: foot, factor: 0, reach: rest, words: {en: ["read also"]}}
            tags:
              - {id: a, name: N, group: core, colour: "#000000", terms: {en: {navy: 2, fleet: 2, ships: 2, drill: 2}},
                 threshold: {title: 0.1, summary: 0.1, full: 3}, weights: {title: 1.5, lead: 1, text: 0.5, most: 20}}
            """;

    private final Tagger tagger = Tagger.of(Taxonomy.of(List.of(new RuleFile("test.yaml", RULES))));

    @Test
    void aSentenceThatLooksBackCountsInPart() {
        assertThat(score("Talks were held. The navy met last year in Aktau.")).isEqualTo(1);
        assertThat(score("Talks were held. The navy met in 2019 in Aktau.")).isEqualTo(1);
        assertThat(score("Talks were held. The navy met in 2026 in Aktau.")).isEqualTo(2);
        assertThat(score("Talks were held. Last year was dry. The navy met in Aktau.")).isEqualTo(2);
    }

    @Test
    void theFirstSentenceIsTheNewsWhateverItRecalls() {
        assertThat(score("The navy has more ships than last year.")).isEqualTo(4);
    }

    @Test
    void aRecollectionGoesOnToTheEndOfItsParagraph() {
        assertThat(score("Talks were held. We recall that it rained. The navy met.\nThe fleet left.")).isEqualTo(2.5);
    }

    @Test
    void theFootOfAPageCountsNothing() {
        assertThat(score("Talks were held. Read also: Navy opens museum.\nFleet on show.")).isZero();
    }

    @Test
    void behindTheFirstParagraphOfALongTextAWordCountsLess() {
        String filler = "word ".repeat(100);
        assertThat(score("Talks were held here by the two sides.\nThe navy met. " + filler)).isEqualTo(1);
        assertThat(score("Talks were held here by the navy chiefs.\n" + filler)).isEqualTo(2);
    }

    @Test
    void theBodyAloneNeverMakesATag() {
        String history = "The navy and its fleet of ships held a drill. ";
        String lead = "The mayor opened a school today for children.\n";
        var article = Articles.article("Mayor opens school", lead + history.repeat(40));
        var strict = Tagger.of(Taxonomy.of(List.of(new RuleFile("test.yaml",
                RULES.replace("summary: 0.1", "summary: 3").replace(", most: 20", "")))));
        assertThat(strict.tag(article).tags()).isEmpty();
        var naval = Articles.article("Navy opens school", lead + history.repeat(40));
        assertThat(strict.tag(naval).tags()).hasSize(1);
    }

    private double score(String text) {
        return tagger.tag(Articles.article("Title", text)).tags().stream().mapToDouble(Tag::score).findFirst()
                .orElse(0);
    }
}
