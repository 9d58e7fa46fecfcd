package caspianwatch.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.SmallHeap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that send too much are left, in a heap of 128 MiB, for their size and not when the time is over. */
final class HostileServersTest {
    private static final int MOST_MILLIS = 10_000;
    private static Map<String, String> results = Map.of();

    @BeforeAll
    static void ask() throws Exception {
        results = SmallHeap.of(HostileServers.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "a gibibyte in a mebibyte of gzip | unpacks to more than 100 times its size",
            "a gibibyte in zstd | unpacks to more than 100 times its size",
            "eight mebibytes in sixteen bytes of brotli | unpacks to more than 100 times its size",
            "a feed of 116 MB in gzip in gzip | more than 10485760 bytes",
            "gzip in gzip, as its header says | Content-Encoding gzip, gzip was not asked for",
            "a bomb behind two headers of one name | more than 10485760 bytes",
            "a bomb in an error page | Refused[status=403",
            "a body without length and end | more than 10485760 bytes",
            "a body that is longer than it says | Malformed[status=200, bytes=10",
            "a body that says it is without end | more than 10485760 bytes",
            "chunks without end | more than 10485760 bytes",
            "the size of a chunk without end | more than 16777216 bytes in one connection",
            "a header of a mebibyte | Failed[", "a header without end | Failed[", "headers without end | Failed[",
            "a hundred thousand headers | Failed[", "ten thousand cookies | more than 64 KiB of headers",
            "a Location of a mebibyte | Failed[", "a Location of a hundred kibibytes | more than 64 KiB of headers",
            "interim answers without end | Failed[",
            "a status without end | Failed["})
    void isLeft(String name, String result) {
        String came = results.getOrDefault(name, "nothing");
        assertThat(came).contains(" ms ", result).doesNotContain("no complete answer");
        assertThat(Integer.parseInt(came.substring(0, came.indexOf(' ')))).isLessThan(MOST_MILLIS);
    }

    @Test
    void noneWasForgotten() {
        assertThat(results.keySet()).containsAll(HostileServers.all().keySet());
    }
}
