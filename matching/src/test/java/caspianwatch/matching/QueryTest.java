package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
    private final TaggedArticle drill = Articles.tagged("Navy opens a drill on the Caspian Sea",
            "A missile boat and two corvettes left Aktau. The coast guard's ships follow.");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            corvettes                              | true
            corvette~en                            | true
            corvette                               | false
            "missile boat"                         | true
            "boat missile"                         | false
            drill AND aktau                        | true
            drill aktau                            | true
            drill tanker                           | false
            drill OR tanker                        | true
            tanker OR drill aktau                  | true
            (tanker OR drill) ferry                | false
            drill NOT tanker                       | true
            drill NOT corvettes                    | false
            NOT tanker drill                       | true
            title:drill                            | true
            text:drill                             | false
            title:"caspian sea"                    | true
            place:aktau                            | true
            boat NEAR/5 corvettes                  | true
            corvettes NEAR/4 boat                  | true
            boat NEAR/2 corvettes                  | false
            "missile boat" NEAR/3 corvette~en      | true
            (tanker OR boat) NEAR/4 corvettes      | true
            navy NEAR/50 aktau                     | false
            boat NEAR/5 boat                       | false
            caspian                                | true
            caspian AND (naval OR "missile boat") NOT country:tm | true
            tag:naval country:az                   | true
            country:tm                             | false
            lang:en                                | true
            lang:fa                                | false
            source:example.org                     | true
            source:ample.org                       | false
            source:"harbour line"                  | true
            source:news.example.org/0123456789ab   | true
            severity:>=2                           | true
            severity:<2                            | false
            severity:3                             | true
            =Navy                                  | true
            =NAVY                                  | false
            """)
    void matches(String query, boolean expected) throws QueryException {
        assertThat(Query.parse(query).match(drill).isPresent()).isEqualTo(expected);
    }

    @Test
    void evidenceHasThePlaceTheWordsAndTheClause() throws QueryException {
        var evidence = Query.parse("corvette~en NEAR/5 boat").match(drill).orElseThrow();
        assertThat(evidence).containsExactly(
                new Evidence("", Evidence.Field.TEXT, 10, 14, "boat", "corvette~en NEAR/5 boat", 1),
                new Evidence("", Evidence.Field.TEXT, 23, 32, "corvettes", "corvette~en NEAR/5 boat", 1));
    }

    @Test
    void aMatchOnATagHasTheTagsOwnEvidence() throws QueryException {
        var evidence = Query.parse("tag:caspian").match(drill).orElseThrow();
        assertThat(evidence).isNotEmpty().allMatch(each -> each.tag().equals("caspian"));
        assertThat(evidence).isEqualTo(drill.tags().getFirst().evidence());
    }

    @Test
    void evidenceIsInTextOrderAndWithoutWhatIsNegated() throws QueryException {
        var evidence = Query.parse("aktau drill NOT tanker").match(drill).orElseThrow();
        assertThat(evidence).extracting(Evidence::text).isEqualTo(List.of("drill", "Aktau"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                      | 0  | missing
            `a AND`                 | 5  | missing
            `(a OR b`               | 0  | not closed
            `a) b`                  | 1  | no parenthesis
            `a "b c`                | 2  | not closed
            `flot*`                 | 4  | wildcards
            `*flot`                 | 0  | wildcards
            `a флотил~`             | 2  | language
            `a флотил~xx`           | 2  | ~xx
            `tag:nonsense`          | 4  | no tag nonsense
            `colour:red`            | 0  | no field colour:
            `a severity:9`          | 11 | severity
            `a NEAR b`              | 2  | NEAR/n
            `a NEAR/0 b`            | 2  | NEAR/n
            `a NEAR/5 tag:naval`    | 9  | NEAR joins
            `a NEAR/5 b NEAR/5 c`   | 11 | NEAR joins
            `NOT a`                 | 0  | must not be there
            `a OR NOT b`            | 0  | must not be there
            `a -b`                  | 2  | NOT
            `a !!`                  | 2  | no word
            `lang:`                 | 5  | missing
            """)
    void saysWhatIsWrongAndWhere(String query, int position, String message) {
        var wrong = catchThrowableOfType(QueryException.class, () -> Query.parse(query));
        assertThat(wrong).hasMessageContaining(message);
        assertThat(wrong.position()).isEqualTo(position);
    }

    @Test
    void lengthClausesAndDepthAreLimited() throws QueryException {
        assertThat(Query.parse("a ".repeat(64)).print()).startsWith("a AND a");
        assertThat(position("a ".repeat(65))).isEqualTo(128);
        assertThat(position("a".repeat(1025))).isEqualTo(1024);
        assertThat(Query.parse("(".repeat(10) + "a" + ")".repeat(10)).print()).isEqualTo("a");
        assertThat(position("(".repeat(11) + "a" + ")".repeat(11))).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Caspian (Naval OR "Missile  Boat") NOT country:TM | tag:caspian AND (tag:naval OR "missile boat") AND NOT country:tm
            ((a) AND (b c))                                   | a AND b AND c
            a OR b c                                          | a OR b AND c
            "naval"                                           | "naval"
            «военно-морская база»                             | "военно морская база"
            флотил~ru                                         | флотил~ru
            NOT (a OR b) c                                    | NOT (a OR b) AND c
            severity:>=3 a                                    | severity:>=3 AND a
            (a OR b) NEAR/5 c                                 | (a OR b) NEAR/5 c
            """)
    void printsOneCanonicalText(String query, String printed) throws QueryException {
        assertThat(Query.parse(query).print()).isEqualTo(printed);
        assertThat(Query.parse(printed)).isEqualTo(Query.parse(query));
    }

    private static int position(String query) {
        return catchThrowableOfType(QueryException.class, () -> Query.parse(query)).position();
    }
}
