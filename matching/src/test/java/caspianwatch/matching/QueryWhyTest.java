package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Evidence;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.why.Missing;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWhyTest {
    private final TaggedArticle drill = Articles.described("Frigates drill off Aktau "
            + "[tag caspian, country kz, lang en, severity 2, text The ferry left when the wind fell and the drill was over]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            drill AND tanker                  | ABSENT    | tanker                     | ``
            drill AND frigate                 | ABSENT    | frigate                    | `there is "Frigates": frigate~en finds it`
            drill AND title:ferry             | ABSENT    | title:ferry                | it stands in the text only
            drill AND country:az              | ABSENT    | country:az                 | it is kz
            drill AND lang:ru                 | ABSENT    | lang:ru                    | it is en
            drill AND severity:>=3            | ABSENT    | severity:>=3               | it is 2
            drill AND tag:naval               | ABSENT    | tag:naval                  | ``
            drill AND (tanker OR tug)         | ABSENT    | tanker OR tug              | ``
            drill AND (tanker OR tug AND gale) | ABSENT   | tanker                     | ``
            drill NOT ferry                   | FORBIDDEN | ferry                      | ``
            drill NOT (ferry AND wind)        | FORBIDDEN | ferry OR wind              | ``
            drill NOT (NOT tanker)            | ABSENT    | tanker                     | ``
            ferry NEAR/2 wind                 | TOO_FAR   | ferry NEAR/2 wind          | 4 words apart
            ferry NEAR/2 tug                  | ABSENT    | ferry NEAR/2 tug           | the first side is there
            aktau NEAR/2 wind                 | ABSENT    | aktau NEAR/2 wind          | one side stands in the title, the other in the text
            caspian AND tag:naval-exercise    | ABSENT    | tag:naval-exercise         | ``
            """)
    void namesTheOneClauseThatIsMissing(String query, Missing.Kind kind, String clause, String detail)
            throws QueryException {
        var why = Query.parse(query).why(drill);
        assertThat(why.matches()).isFalse();
        assertThat(why.isNearMiss()).isTrue();
        var missing = why.missing().getFirst();
        assertThat(missing.kind()).isEqualTo(kind);
        assertThat(missing.clause()).isEqualTo(clause);
        assertThat(missing.detail()).isEqualTo(detail);
    }

    @Test
    void severalClausesThatAreMissingAreNoNearMiss() throws QueryException {
        var why = Query.parse("drill AND tanker AND (tug OR gale) NOT ferry").why(drill);
        assertThat(why.missing()).extracting(Missing::clause).containsExactly("tanker", "tug OR gale", "ferry");
        assertThat(why.isNearMiss()).isFalse();
    }

    @Test
    void whatHoldsIsShownBesideWhatIsMissing() throws QueryException {
        var why = Query.parse("drill AND aktau AND tanker").why(drill);
        assertThat(why.held()).extracting(Evidence::text).containsExactly("drill", "Aktau", "drill");
        assertThat(Query.parse("drill NOT ferry").why(drill).missing().getFirst().evidence())
                .extracting(Evidence::text).containsExactly("ferry");
    }

    @Test
    void nothingIsMissingExactlyWhereTheQueryMatches() throws QueryException {
        int matching = 0;
        int near = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            var random = new Random(seed);
            Query query;
            try {
                query = Query.parse(RandomQueries.query(random, 0));
            } catch (QueryException _) {
                continue;
            }
            var article = Articles.tagged(RandomQueries.text(random, 8), RandomQueries.text(random, 40));
            var why = query.why(article);
            boolean matches = query.match(article).isPresent();
            assertThat(why.matches()).as("seed %d", seed).isEqualTo(matches);
            assertThat(why.missing().isEmpty()).as("seed %d: %s", seed, query).isEqualTo(matches);
            matching += matches ? 1 : 0;
            near += why.isNearMiss() ? 1 : 0;
        }
        assertThat(matching).isGreaterThan(500);
        assertThat(near).isGreaterThan(500);
    }
}
