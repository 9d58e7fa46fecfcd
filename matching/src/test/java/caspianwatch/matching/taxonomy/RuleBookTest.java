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
            terms: {en: {navy: 3}}, colr: x                         | x.yaml:3, tag a: colr
            terms: {en: {navy: 0}}                                  | above 0
            terms: {en: {navy: 3, navy: 2}}                         | Duplicate
            terms: {xx: {navy~: 3}}                                 | x.yaml:3, tag a, xx: no endings are known for ~xx
            terms: {en: {navy: 3}}, when: "tag:a"                   | either when
            severity: 2                                             | either when
            sets: {nothing: 2}                                      | x.yaml:3, tag a: there is no set nothing
            terms: {en: {navy: 3}}, severity: 6                     | from 1 to 5
            terms: {en: {navy: 3}}, requires: {any: ["tag:b"]}      | there is no tag:b
            terms: {en: {navy: 3}}, requires: {any: ["tag:a"]}      | depends on itself
            when: "tag:a OR tag:b"                                  | when, at 13: there is no tag b
            when: "severity:>2"                                     | cannot ask for severity
            near: [{of: [s], within: 3, points: 1}]                 | two sets
            terms: {en: {navy: 3}}, excludes: [{within: 0}]         | needs words or sets
            terms: {en: {navy: 3}}, unless: [b]                     | unless: there is no tag b
            terms: {en: {navy: 3}}, parent: b                       | there is no tag b
            home: [{lang: en, within: 3, points: 2}]                | home needs lang, sets
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
                new RuleFile("y.yaml", "sets: {s: {en: [x]}}")))).hasMessageContaining("y.yaml:1, set s");
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

    @Test
    void theMessageHasTheLineOfTheBadWordOfALongFile() {
        assertThatThrownBy(() -> read("""
                sets:
                  ship:
                    en: [ship]
                    kk:
                      - кеме~
                      - "кеме~zz"
                """)).hasMessageContaining("x.yaml:6, set ship, kk");
        assertThatThrownBy(() -> read("""
                tags:
                  - id: a
                    name: N
                    group: g
                    colour: "#000000"
                    terms: {en: {navy: 3}}
                    near:
                      - {of: [s, s], within: 3, points: 1}
                """)).hasMessageContaining("x.yaml:8, tag a: there is no set s");
        assertThatThrownBy(() -> read("tags:\n  - {id: a,\n  name: ]\n")).hasMessageContaining("x.yaml:3");
    }

    @Test
    void contextsAndStepsOfSeverityAreCheckedToo() {
        assertThatThrownBy(() -> read("contexts:\n  - {name: c, factor: 2, words: {en: [x]}}"))
                .hasMessageContaining("x.yaml:2, context c: a context needs words and a factor from 0 to 1");
        assertThatThrownBy(() -> read("severity:\n  - {group: g, say: s, when: \"tag:b\", add: 1}"))
                .hasMessageContaining("x.yaml:2, severity s: when, at 4: there is no tag b");
        assertThatThrownBy(() -> read("severity:\n  - {group: g, say: s}")).hasMessageContaining("either add or most");
    }

    @Test
    void anExampleKnowsItsLine() {
        var book = read("""
                tags:
                  - id: a
                    name: N
                    group: g
                    colour: "#000000"
                    terms: {en: {navy: 3}}
                    examples:
                      negative:
                        - {lang: en, title: "Navy"}
                """);
        assertThat(book.examples().getFirst().where()).isEqualTo("x.yaml:9, tag a, negative example 1");
    }

    private static RuleBook read(String yaml) {
        return RuleBook.of(List.of(new RuleFile("x.yaml", yaml)));
    }
}
