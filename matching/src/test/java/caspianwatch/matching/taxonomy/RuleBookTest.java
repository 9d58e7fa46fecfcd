package caspianwatch.matching.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
    private static final String TAG = "id: a, name: N, group: core, colour: \"#000000\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            terms: {en: {navy: 3}}, colr: x                         | x.yaml, tag a: colr
            terms: {en: {navy: 0}}                                  | above 0
            terms: {en: {navy: 3, navy: 2}}                         | Duplicate
            terms: {xx: {navy~: 3}}                                 | x.yaml, tag a, xx: no endings are known for ~xx
            terms: {en: {navy: 3}}, when: "tag:a"                   | either when
            severity: 2                                             | either when
            sets: {nothing: 2}                                      | x.yaml, tag a: there is no set nothing
            terms: {en: {navy: 3}}, severity: 6                     | from 1 to 5
            terms: {en: {navy: 3}}, requires: {any: ["tag:b"]}      | there is no tag:b
            terms: {en: {navy: 3}}, requires: {any: ["tag:a"]}      | depends on itself
            when: "tag:a OR tag:b"                                  | when, at 13: there is no tag b
            when: "severity:>2"                                     | cannot ask for severity
            near: [{of: [s], within: 3, points: 1}]                 | two sets
            terms: {en: {navy: 3}}, excludes: [{within: 0}]         | needs words or sets
            """)
    void saysWhatIsWrongWithWhichTag(String fields, String message) {
        assertThatThrownBy(() -> read("sets: {s: {en: [x]}}\ntags:\n  - {" + TAG + ", " + fields + "}"))
                .isInstanceOf(TaxonomyException.class).hasMessageContaining(message).hasMessageContaining("x.yaml");
    }

    @Test
    void idsAndSetsAreThereOnce() {
        String tag = "  - {" + TAG + ", terms: {en: {navy: 3}}}\n";
        assertThatThrownBy(() -> read("tags:\n" + tag + tag)).hasMessageContaining("another tag of this id");
        assertThatThrownBy(() -> RuleBook.of(List.of(new RuleFile("x.yaml", "sets: {s: {en: [x]}}"),
                new RuleFile("y.yaml", "sets: {s: {en: [x]}}")))).hasMessageContaining("y.yaml, set s");
        assertThatThrownBy(() -> read("rules: []")).hasMessageContaining("unknown field \"rules\"");
    }

    @Test
    void aRingOfTagsIsRefusedAndNamed() {
        assertThatThrownBy(() -> read("""
                tags:
                  - {id: a, name: N, group: g, colour: "#000000", when: "tag:b"}
                  - {id: b, name: N, group: g, colour: "#000000", when: "tag:c"}
                  - {id: c, name: N, group: g, colour: "#000000", when: "tag:a"}
                """)).hasMessageContaining("a → b → c → a");
    }

    @Test
    void theVersionChangesWithTheRules() {
        String tag = "tags:\n  - {" + TAG + ", terms: {en: {navy: 3}}}\n";
        assertThat(read(tag).version()).isEqualTo(read(tag).version())
                .isNotEqualTo(read(tag.replace("3", "4")).version());
    }

    private static RuleBook read(String yaml) {
        return RuleBook.of(List.of(new RuleFile("x.yaml", yaml)));
    }
}
