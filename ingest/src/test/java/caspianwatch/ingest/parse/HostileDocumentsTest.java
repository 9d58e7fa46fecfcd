package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that were made to hurt: each ends within the time that a poll has, whatever comes of it. */
final class HostileDocumentsTest {
    private static final Duration BEARABLE = Duration.ofSeconds(6);

    private static String feed(String item) {
        return "<rss><channel><item><title>x</title>" + item + "</item></channel></rss>";
    }

    private static String numbered(int count, String before, String after) {
        return IntStream.range(0, count).mapToObj(i -> before + i + after).collect(Collectors.joining(" "));
    }

    static Stream<Arguments> documents() {
        return Stream.of(Arguments.of("depth", feed("<a>".repeat(300_000))),
                Arguments.of("closed depth", feed("<a>".repeat(100_000) + "</a>".repeat(100_000))),
                Arguments.of("children of a channel", "<rss><channel>" + "<a/>".repeat(1_000_000) + "</channel></rss>"),
                Arguments.of("items",
                        "<rss><channel>" + "<item><title>x</title></item>".repeat(200_000) + "</channel></rss>"),
                Arguments.of("comments without an end", "<!-- >".repeat(1_000_000)),
                Arguments.of("instructions without an end", "<?x >".repeat(1_000_000)),
                Arguments.of("doctypes", "<!DOCTYPE a ]>".repeat(500_000)),
                Arguments.of("open doctypes", "<!DOCTYPE a [".repeat(500_000) + ">"),
                Arguments.of("attributes", feed("<a " + numbered(50_000, "a", "=''") + "/>")),
                Arguments.of("prefixes", "<rss " + numbered(900, "xmlns:p", "='u'") + "><channel>"
                        + "<a xmlns:b='c'/>".repeat(400_000) + "</channel></rss>"),
                Arguments.of("ampersands", feed("&".repeat(3_000_000))),
                Arguments.of("less-than signs", feed("<".repeat(3_000_000))),
                Arguments.of("sections", feed("<![CDATA[".repeat(500_000))),
                Arguments.of("sections before a reference",
                        feed("<![CDATA[x]]>".repeat(500_000) + "&nbsp;")),
                Arguments.of("a long name", "<rss><channel><" + "a".repeat(3_000_000) + "/></channel></rss>"),
                Arguments.of("a long title", feed("<title>" + "x &lt;b ".repeat(1_000_000) + "</title>")),
                Arguments.of("a long date", feed("<pubDate>" + "1 ".repeat(1_000_000) + "</pubDate>")),
                Arguments.of("brackets of JSON", "{\"items\":" + "[".repeat(1_000_000)),
                Arguments.of("entities of entities",
                        "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]>" + feed("&c;".repeat(1_000_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void endsInBearableTime(String name, String document) {
        long before = System.nanoTime();
        var result = FeedReader.read(document.getBytes(StandardCharsets.UTF_8), null, null);
        var took = Duration.ofNanos(System.nanoTime() - before);

        assertThat(result).isNotNull();
        assertThat(took).as(name).isLessThan(BEARABLE);
    }
}
