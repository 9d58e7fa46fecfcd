package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.SmallHeap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that were made to hurt need no more of a processor than a poll has time, in a heap of 128 MiB, whatever comes of them. */
final class HostileDocumentsTest {
    private static final int BEARABLE_MILLIS = 8_000;
    private static Map<String, String> results = Map.of();

    @BeforeAll
    static void read() throws Exception {
        results = SmallHeap.of(HostileDocuments.class);
    }

    static Set<String> names() {
        return HostileDocuments.all().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isReadInBearableTimeAndLittleRoom(String name) {
        String result = results.getOrDefault(name, "nothing");
        assertThat(result).contains(" ms ").doesNotContain("StackOverflowError");
        assertThat(Integer.parseInt(result.substring(0, result.indexOf(' ')))).as(result).isLessThan(BEARABLE_MILLIS);
    }
}
