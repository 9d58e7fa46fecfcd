package caspianwatch.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.bench.matching.OurIndex;
import caspianwatch.matching.Query;
import caspianwatch.matching.QueryException;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class QueryFuzzTest {

    @FuzzTest
    void everyQueryIsReadAndPrintedBackOrRefusedWithAPosition(FuzzedDataProvider data) throws QueryException {
        String text = data.consumeRemainingAsString();
        Query query;
        try {
            query = Query.parse(text);
        } catch (QueryException e) {
            assertThat(e.position()).isBetween(0, text.length());
            assertThat(e).message().isNotBlank();
            return;
        }
        assertThat(Query.parse(query.print())).isEqualTo(query);
        var tagged = OurIndex.tagged(text, text);
        for (var each : query.match(tagged).orElseGet(List::of)) {
            assertThat(each.field().of(tagged.article()).substring(each.start(), each.end())).isEqualTo(each.text());
        }
    }
}
