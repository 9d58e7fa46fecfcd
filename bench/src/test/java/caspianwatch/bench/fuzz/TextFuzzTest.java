package caspianwatch.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.text.Folding;
import caspianwatch.matching.text.Tokens;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class TextFuzzTest {

    @FuzzTest
    void everyTextIsCutIntoWordsThatSliceOutOfIt(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        var tokens = Tokens.of(text);
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(tokens.start(i)).isGreaterThanOrEqualTo(end);
            assertThat(tokens.end(i)).isGreaterThan(tokens.start(i)).isLessThanOrEqualTo(text.length());
            assertThat(Folding.fold(tokens.slice(i, i))).isEqualTo(tokens.word(i));
            end = tokens.end(i);
        }
        String folded = Folding.fold(text);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }
}
