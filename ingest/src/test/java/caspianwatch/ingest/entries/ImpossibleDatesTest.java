package caspianwatch.ingest.entries;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Feed;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.ParseResult.Parsed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that are wrong move an article by no more than 30 days back and 5 minutes ahead, and never its first-seen time. */
final class ImpossibleDatesTest {
    private static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");
    private static final URI URL = URI.create("https://harbour.example/feed.xml");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", "en", Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(delimiter = '|', nullValues = "none", value = {"Sun, 07 Mar 2027 06:00:00 GMT | 2026-03-07T06:05:00Z",
            "Sat, 07 Mar 2026 06:10:00 GMT | 2026-03-07T06:05:00Z",
            "Sat, 07 Mar 2026 06:04:00 GMT | 2026-03-07T06:04:00Z",
            "9999-12-31T23:59:59Z | ?", "+999999999-12-31T23:59:59Z | ?", "Mon, 01 Jan 1601 00:00:00 GMT | ?",
            "0001-01-01T00:00:00Z | ?", "1970-01-01T00:00:00Z | ?", "0 | ?", "99999999999999999999 | ?", "-1 | ?",
            "'' | none", "yesterday | none", "Sat, 07 Mar 2026 05:00:00 NOWHERE | ?",
            "Sat, 07 Mar 2026 05:00:00 +9999 | ?", "Sat, 07 Mar 2026 25:61:61 GMT | ?",
            "Wed, 30 Feb 2026 00:00:00 GMT | ?", "Thu, 05 Feb 2026 06:00:00 GMT | 2026-02-05T06:00:00Z",
            "Wed, 04 Feb 2026 06:00:00 GMT | 2026-02-05T06:00:00Z"})
    void areClampedOrLeftOut(String written, String expected) {
        for (String element : new String[]{"pubDate", "published", "dc:date", "updated"}) {
            byte[] document = ("<rss><channel><item><title>a</title><" + element + ">" + written + "</" + element
                    + "></item></channel></rss>").getBytes(StandardCharsets.UTF_8);

            Article article = Drafts.of(((Parsed) FeedReader.read(document, null, URL)).document(), FEED).getFirst()
                    .article(FEED, NOW, NOW, 1);

            assertThat(article.firstSeen()).isEqualTo(NOW);
            Instant published = article.published();
            if (published != null) {
                assertThat(published).isBetween(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofMinutes(5)));
            }
            if (!"?".equals(expected)) {
                assertThat(published).isEqualTo(expected == null ? null : Instant.parse(expected));
            }
        }
    }
}
