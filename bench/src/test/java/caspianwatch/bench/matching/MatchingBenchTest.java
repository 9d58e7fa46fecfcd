package caspianwatch.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speeds of matchers that do not find the same are no comparison: none is printed. */
class MatchingBenchTest {
    private static final Pattern SAYS = Pattern
            .compile("percolator finds other rules than ours \\(of 500, article [0-9]+ of"
                    + " 100 words, batch 1\\): ([0-9 ]*); ours: ([0-9 ]+)");

    @TempDir
    Path folder;

    private final StringBuilder out = new StringBuilder();

    @ParameterizedTest
    @CsvSource({"drops, -1", "adds, 1"})
    void aContenderThatIsWrongInOneHitStopsTheBenchBeforeAnySpeedIsPrinted(String wrong, int more) throws IOException {
        Files.writeString(folder.resolve("wrong"), wrong);
        var stopped = catchThrowableOfType(IllegalStateException.class, this::run);
        assertThat(stopped).hasMessageMatching(SAYS);
        var said = SAYS.matcher(String.valueOf(stopped.getMessage()));
        assertThat(said.matches()).isTrue();
        assertThat(hits(said.group(1))).isEqualTo(hits(said.group(2)) + more);
        assertThat(out).isEmpty();
    }

    private void run() throws IOException {
        MatchingBench.run(List.of("--rules", "500", "--rounds", "1", "--millis", "5", "--presearcher", "default"),
                folder, System.getProperty("java.class.path"), out);
    }

    private static long hits(String line) {
        return Pattern.compile(" ").splitAsStream(line).filter(each -> !each.isEmpty()).count();
    }
}
