package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Tag;
import caspianwatch.matching.taxonomy.RuleFile;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final String HEAD = """
            sets:
              ship: {en: [corvette~, "missile boat~", boat~, tern~]}
              drill: {en: [drill~, firing~]}
              place: {en: [aktau, caspian]}
              force: {az: [ordu~, "baş qərargah~"]}
              state: {az: [ukrayna~]}
            tags:
            """;

    @Test
    void aTermCountsMoreInTheTitleAndLessAfterTheLeadWhichItCannotReplace() {
        String rule = tag("a", "terms: {en: {navy: 2}}, threshold: {title: 1, summary: 1, full: 1}");
        assertThat(score(rule, "a", "navy", "")).isEqualTo(3);
        assertThat(score(rule, "a", "x", "navy")).isEqualTo(2);
        assertThat(score(rule, "a", "x", "word ".repeat(60) + "navy")).isEqualTo(0);
        assertThat(score(rule, "a", "x", "navy " + "word ".repeat(60) + "navy")).isEqualTo(2.25);
    }

    @Test
    void repeatsAddAQuarterEachAndNoMoreThanTheFirst() {
        String rule = tag("a", "terms: {en: {navy: 2}}, threshold: {summary: 1}");
        assertThat(score(rule, "a", "x", "navy navy")).isEqualTo(2.5);
        assertThat(score(rule, "a", "x", "navy ".repeat(50))).isEqualTo(4);
    }

    @Test
    void theThresholdDependsOnHowMuchOfTheStoryThereIs() {
        var tagger = tagger(tag("a", "terms: {en: {navy: 3}}"));
        assertThat(tagger.tag(Articles.article("", "navy", TextBasis.SUMMARY, null)).tags()).hasSize(1);
        assertThat(tagger.tag(Articles.article("", "navy", TextBasis.FULL, null)).tags()).isEmpty();
    }

    @Test
    void theTermsOfASetCountOneByOneAndWordsCountOnce() {
        String rule = tag("a", "sets: {ship: 2}, threshold: {summary: 1}");
        assertThat(score(rule, "a", "x", "a corvette and a missile boat")).isEqualTo(4);
        assertThat(score(rule, "a", "x", "a missile boat")).isEqualTo(2);
    }

    @Test
    void aCombinationNeedsItsSetsNearInOneField() {
        String rule = tag("a", "near: [{of: [ship, drill], within: 3, points: 3}]");
        assertThat(score(rule, "a", "x", "the drill of two corvettes")).isEqualTo(3);
        assertThat(score(rule, "a", "x", "the drill of the two corvettes")).isZero();
        assertThat(score(rule, "a", "drill", "corvettes")).isZero();
        assertThat(evidence(rule, "a", "x", "the drill of two corvettes")).extracting(Evidence::text)
                .isEqualTo(List.of("drill", "corvettes"));
    }

    @Test
    void aCombinationOverTheEndOfASentenceCountsThreeQuarters() {
        String rule = tag("a", "near: [{of: [ship, drill], within: 5, points: 4}], threshold: {summary: 1}");
        assertThat(score(rule, "a", "x", "Two corvettes left for a drill.")).isEqualTo(4);
        assertThat(score(rule, "a", "x", "Two corvettes left. A drill began.")).isEqualTo(3);
    }

    @Test
    void theOwnerOfAForceStandsWhereTheLanguagePutsIt() {
        String rule = tag("a", "home: [{lang: az, sets: [force], others: [state], within: 2, points: 3%s}]");
        String before = "Bu gün Ukrayna ordusu üçün yeni bina açılıb və mərasim olub.";
        String behind = "Bu gün ordusu Ukrayna üçün yeni bina açılıb və mərasim olub.";
        assertThat(score(rule.formatted(""), "a", "x", before)).isZero();
        assertThat(score(rule.formatted(""), "a", "x", behind)).isEqualTo(3);
        assertThat(score(rule.formatted(", ownerFollows: true"), "a", "x", behind)).isZero();
        assertThat(score(rule.formatted(", ownerFollows: true"), "a", "x", before)).isEqualTo(3);
        assertThat(score(rule.formatted(", ownerEither: true"), "a", "x", before)).isZero();
        assertThat(score(rule.formatted(", ownerEither: true"), "a", "x", behind)).isZero();
    }

    @Test
    void aLooseCombinationMayBeginInTheTitleAndEndInTheFirstWordsOfTheText() {
        String loose = tag("a", "near: [{of: [ship, drill], within: 5, points: 4}],"
                + " weights: {title: 1, across: 0.5}, threshold: {summary: 1}");
        assertThat(score(loose, "a", "drill", "two corvettes left")).isEqualTo(2);
        assertThat(score(loose, "a", "corvettes", "a drill began")).isEqualTo(2);
        assertThat(evidence(loose, "a", "drill", "two corvettes left")).extracting(Evidence::text)
                .isEqualTo(List.of("drill", "corvettes"));
        assertThat(score(loose, "a", "drill of corvettes", "two corvettes left")).isEqualTo(4);
        assertThat(score(loose, "a", "drill", "word ".repeat(25) + "corvettes")).isZero();
        assertThat(score(loose.replace("within: 5", "within: 4"), "a", "drill", "two corvettes left")).isZero();
    }

    @Test
    void aTitleThatNamesAnotherStatesForceOnlyLeavesNoForceAtHome() {
        String rule = tag("a", "home: [{lang: az, sets: [force], others: [state], within: 2, points: 3}]");
        String text = "Baş Qərargahın məlumatına görə əməliyyat davam edir, itki yoxdur.";
        assertThat(score(rule, "a", "Gecə hücumunun qarşısı alınıb", text)).isEqualTo(3);
        assertThat(score(rule, "a", "Ukrayna ordusu gecə hücumunu dəf edib", text)).isZero();
    }

    @Test
    void excludedWordsVoidHitsInsideOrNearThem() {
        String inside = tag("a", "terms: {en: {navy: 3}}, excludes: [{within: 0, words: {en: [\"navy blue\"]}}]");
        assertThat(score(inside, "a", "x", "a navy blue coat")).isZero();
        assertThat(score(inside, "a", "x", "a navy blue coat, a navy ship")).isEqualTo(3);
        String near = tag("a", "terms: {en: {navy: 3}}, excludes: [{within: 2, words: {en: [coat]}}]");
        assertThat(score(near, "a", "x", "navy wool coat")).isZero();
        assertThat(score(near, "a", "x", "navy and wool coat")).isEqualTo(3);
    }

    @Test
    void whatIsRequiredMayBeAnywhereOrMustBeNear() {
        String anywhere = tag("a", "terms: {en: {navy: 3}}, requires: {any: [place], within: 0}");
        assertThat(score(anywhere, "a", "aktau", "navy")).isEqualTo(3);
        assertThat(score(anywhere, "a", "x", "navy")).isZero();
        String near = tag("a", "terms: {en: {navy: 3}}, requires: {any: [place], within: 2}");
        assertThat(score(near, "a", "x", "navy in aktau")).isEqualTo(3);
        assertThat(score(near, "a", "x", "navy is in aktau")).isZero();
    }

    @Test
    void aRequiredTagIsScoredFirstWhereverItStands() {
        String rule = tag("a", "terms: {en: {navy: 3}}, requires: {any: [\"tag:b\"]}") + tag("b", "sets: {place: 3}");
        assertThat(score(rule, "a", "x", "navy off aktau")).isEqualTo(3);
        assertThat(score(rule, "a", "x", "navy")).isZero();
    }

    @Test
    void aDerivedTagHasTheEvidenceOfThoseItComesFrom() {
        String rule = tag("a", "when: 'tag:b AND tag:c NOT tag:d'") + tag("b", "terms: {en: {navy: 3}}")
                + tag("c", "sets: {place: 3}") + tag("d", "sets: {drill: 3}");
        assertThat(evidence(rule, "a", "x", "navy off aktau")).extracting(Evidence::tag, Evidence::text)
                .containsExactly(tuple("a", "navy"),
                        tuple("a", "aktau"));
        assertThat(evidence(rule, "a", "x", "navy drill off aktau")).isEmpty();
    }

    @Test
    void evidenceIsCappedAtTheStrongestInTextOrder() {
        var evidence = evidence(
                tag("a", "sets: {ship: 1}, terms: {en: {one: 5, two: 5, three: 5, four: 5, five: 5, six: 5,"
                        + " seven: 5, eight: 5, nine: 5, ten: 5, eleven: 5}}"),
                "a", "corvette", "boat tern one two three four five six seven eight nine ten eleven");
        assertThat(evidence).hasSize(12).isSortedAccordingTo(
                Comparator.comparing(Evidence::field).thenComparingInt(Evidence::start));
        assertThat(evidence).extracting(Evidence::text).contains("corvette", "eleven").doesNotContain("tern");
    }

    @Test
    void withoutStepsSeverityIsTheHighestThatTheTagsName() {
        var tagger = tagger(tag("a", "terms: {en: {navy: 3}}, severity: 2")
                + tag("b", "terms: {en: {sank: 3}}, severity: 4") + tag("c", "sets: {place: 3}, severity: 4"));
        var verdict = tagger.tag(Articles.article("Navy boat sank off Aktau", ""));
        assertThat(verdict.severity()).isEqualTo(Severity.HIGH);
        assertThat(verdict.severityReasons()).containsExactly("N", "N");
        assertThat(tagger.tag(Articles.article("Football", "")).severity()).isEqualTo(Severity.BACKGROUND);
    }

    private static String tag(String id, String fields) {
        return "  - {id: " + id + ", name: N, group: core, colour: \"#000000\", " + fields + "}\n";
    }

    private static Tagger tagger(String rules) {
        return Tagger.of(Taxonomy.of(List.of(new RuleFile("test.yaml", HEAD + rules))));
    }

    private static List<Evidence> evidence(String rules, String tag, String title, String text) {
        return tagger(rules).tag(Articles.article(title, text)).tags().stream().filter(each -> each.id().equals(tag))
                .flatMap(each -> each.evidence().stream()).toList();
    }

    private static double score(String rules, String tag, String title, String text) {
        return tagger(rules).tag(Articles.article(title, text)).tags().stream().filter(each -> each.id().equals(tag))
                .mapToDouble(Tag::score).findFirst().orElse(0);
    }
}
