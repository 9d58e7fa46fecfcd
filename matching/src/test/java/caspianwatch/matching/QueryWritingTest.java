package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries as people of the region write them: any script, any direction, any keyboard. */
class QueryWritingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            “missile boat”                    | "missile boat"
            „missile boat“                    | "missile boat"
            «missile boat»                    | "missile boat"
            »missile boat«                    | "missile boat"
            "missile boat”                    | "missile boat"
            "отряд «Махачкала»"               | "отряд махачкала"
            «отряд "Махачкала"»               | "отряд махачкала"
            "ракетн~ru катер~ru"              | "ракетн~ru катер~ru"
            نیروی‌دریایی                      | نیرویدریایی
            `"نیروی دریایی" NEAR/۵ خزر`       | `"نیروی دریایی" NEAR/5 خزر`
            lang:fa severity:>=۳              | lang:fa AND severity:>=3
            severity:≥٣ رزمایش                | severity:>=3 AND رزمایش
            title:(флот OR флотилия) Баку     | (title:флот OR title:флотилия) AND баку
            country:(az OR NOT tm) drill      | (country:az OR NOT country:tm) AND drill
            (tag:(caspian naval))             | tag:caspian AND tag:naval
            LANG:RU Tag:Caspian               | lang:ru AND tag:caspian
            place:"Bandar Anzali"             | place:"bandar anzali"
            source:"Harbour « Line »"         | source:"harbour line"
            ＮＥＡＲ：（ａ）                     | `-`
            ａ　ＮＥＡＲ／５　ｂ                    | a NEAR/5 b
            海军 里海                           | "海 军" AND "里 海"
            "and" "NOT" or                    | "and" AND "not" AND "or"
            =US NOT (=NATO OR us)             | =US AND NOT (=NATO OR tag:us)
            """)
    void readsTheSame(String query, String printed) throws QueryException {
        if (printed.equals("-")) {
            assertThat(wrong(query)).hasMessageContaining("there is no field NEAR:");
        } else {
            assertThat(Query.parse(query).print()).isEqualTo(printed);
            assertThat(Query.parse(printed)).isEqualTo(Query.parse(query));
        }
    }

    @Test
    void signsThatSteerTheDirectionOfWritingAreNotThere() throws QueryException {
        String steered = "\u200Fخزر\u200F \u202BAND\u202C \u2067tag:\u2069\u200Enaval \uFEFFNEAR\u061C";
        assertThat(Query.parse("\u202Bخزر\u202C\u00A0AND\u200F tag:\u200Enaval").print())
                .isEqualTo("خزر AND tag:naval");
        assertThat(wrong(steered).position()).isEqualTo(steered.indexOf("NEAR"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a && b`              | 2  | write AND between
            `a|b`                 | 1  | write OR between
            `ship || boat`        | 5  | write OR between
            `a !b`                | 2  | write NOT
            `a +b`                | 2  | leave out +
            `boat^2`              | 4  | no weights
            `boat~2`              | 4  | nothing is matched by likeness
            `/b[oa]+t/`           | 0  | no regular expressions
            `'missile boat'`      | 0  | double quotes
            `a near/5 b`          | 2  | NEAR/n in capitals
            `a NEAR/51 b`         | 2  | from 1 to 50
            `a NEAR/3 b NEAR/3 c` | 11 | a NEAR/5 b AND b NEAR/5 c
            `a NEAR/3 title:b`    | 9  | without a field
            `tag:naval-exercises` | 4  | perhaps tag:naval-exercise
            `tag:"naval exercise"`| 4  | perhaps tag:naval-exercise
            `tags:naval`          | 0  | perhaps tag:
            `Iran: drill`         | 0  | quotes around words that have a colon
            `tag: naval`          | 4  | next to the field
            `title:(a tag:naval)` | 9  | parentheses of title:
            `title:()`            | 7  | missing here
            `lang:russian`        | 5  | a code here
            `country:azerbaijan`  | 8  | a code here
            `severity:high`       | 9  | severity from 1 to 5
            `severity:>=٩`        | 9  | severity from 1 to 5
            `«missile boat"`      | 0  | not closed
            `NOT (a OR b)`        | 0  | add what must
            """)
    void saysWhatToWriteInstead(String query, int position, String message) {
        assertThat(wrong(query)).hasMessageContaining(message);
        assertThat(wrong(query).position()).isEqualTo(position);
    }

    @Test
    void aSmallOperatorIsAWordAndANoteSaysSo() throws QueryException {
        var query = Query.parse("ship and port");
        assertThat(query.match(Articles.tagged("Ship and port", ""))).isPresent();
        assertThat(query.match(Articles.tagged("Ship in port", ""))).isEmpty();
        assertThat(query.notes()).hasSize(1).allSatisfy(note -> {
            assertThat(note.message()).contains("AND");
            assertThat(note.position()).isEqualTo(5);
        });
        assertThat(Query.parse(query.print()).notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ship OR boat port", "ship port OR boat", "a (ship AND port OR boat)"})
    void andBesideOrWithoutParenthesesIsNoted(String query) throws QueryException {
        assertThat(Query.parse(query).notes()).hasSize(1)
                .allSatisfy(note -> assertThat(query.substring(note.position())).startsWith("OR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(ship OR boat) port", "ship OR (boat port)", "ship OR boat OR port", "ship port"})
    void whatParenthesesSayNeedsNoNote(String query) throws QueryException {
        assertThat(Query.parse(query).notes()).isEmpty();
    }

    @Test
    void theCostIsThatOfTheRarestClauseThatMustBeThere() throws QueryException {
        assertThat(cost("severity:>=1")).isEqualTo(1);
        assertThat(cost("severity:>=1 tag:caspian")).isEqualTo(cost("tag:caspian"));
        assertThat(Query.parse("severity:>=1 tag:caspian flotilla").cost().clause()).isEqualTo("flotilla");
        assertThat(cost("lang:ru OR lang:fa")).isEqualTo(2 * cost("lang:ru"));
        assertThat(cost("severity:<=3 NOT tag:caspian")).isEqualTo(1 - cost("tag:caspian"));
        for (var pair : List.of(List.of("flotilla", "sea"), List.of("\"missile boat\"", "boat"),
                List.of("sea", "the"), List.of("title:sea", "sea"), List.of("sea", "sea~en"),
                List.of("boat NEAR/5 port", "port OR boat"), List.of("severity:5", "severity:>=4"))) {
            assertThat(cost(pair.getFirst())).as("%s", pair).isLessThan(cost(pair.getLast()));
        }
    }

    private static double cost(String query) throws QueryException {
        return Query.parse(query).cost().share();
    }

    private static QueryException wrong(String query) {
        return catchThrowableOfType(QueryException.class, () -> Query.parse(query));
    }
}
