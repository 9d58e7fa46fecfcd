package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryPropertiesTest {

    @Test
    void whatIsPrintedReadsAsTheSameQuery() {
        int read = 0;
        for (long seed = 1; seed <= 5_000; seed++) {
            String text = RandomQueries.query(new Random(seed), 0);
            try {
                var query = Query.parse(text);
                var again = Query.parse(query.print());
                assertThat(again).as("seed %d: %s", seed, text).isEqualTo(query);
                assertThat(again.print()).as("seed %d: %s", seed, text).isEqualTo(query.print());
                read++;
            } catch (QueryException e) {
                assertThat(e).as("seed %d: %s", seed, text).hasMessageContaining("must not be there");
            }
        }
        assertThat(read).isGreaterThan(3_000);
    }

    @Test
    void anythingIsReadOrRefusedWithAPositionInside() {
        String signs = "()\"«»~*?:=-'/ abфə AND OR NOT NEAR/3 tag:naval lang: severity:>=";
        for (long seed = 1; seed <= 20_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                int from = random.nextInt(signs.length());
                text.append(signs, from, Math.min(signs.length(), from + 1 + random.nextInt(6)));
            }
            try {
                var query = Query.parse(text.toString());
                assertThat(Query.parse(query.print())).as("seed %d: %s", seed, text).isEqualTo(query);
            } catch (QueryException e) {
                assertThat(e.position()).as("seed %d: %s", seed, text).isBetween(0, text.length());
            }
        }
    }

    @Test
    void everyEvidenceSlicesOutOfItsField() throws QueryException {
        for (long seed = 1; seed <= 2_000; seed++) {
            var random = new Random(seed);
            var article = Articles.tagged(RandomQueries.text(random, 10), RandomQueries.text(random, 60));
            for (var each : Query.parse("navy OR флот~ru OR drill NEAR/3 port OR caspian").match(article)
                    .orElseGet(List::of)) {
                assertThat(each.field().of(article.article()).substring(each.start(), each.end())).as("seed %d", seed)
                        .isEqualTo(each.text());
            }
        }
    }
}
