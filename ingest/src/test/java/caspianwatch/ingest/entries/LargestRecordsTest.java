package caspianwatch.ingest.entries;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Json;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.ParseResult.Parsed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte and a half in any one place of an entry make no record that Kafka would refuse: it takes one MiB. */
final class LargestRecordsTest {
    private static final int LARGE = 1_500_000;
    private static final int LARGEST = 256 * 1024;
    private static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");
    private static final URI URL = URI.create("https://harbour.example/feed.xml");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", "en", Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);

    @ParameterizedTest
    @ValueSource(strings = {"<item><title>{}</title></item>",
            "<item><title>a</title><description>{}</description></item>",
            "<item><title>a</title><content:encoded>{}</content:encoded></item>",
            "<item><title>a</title><guid>{}</guid></item>", "<item><title>a</title><author>{}</author></item>",
            "<item><title>a</title><link>https://harbour.example/{}</link></item>",
            "<item><title>a</title><category>{}</category></item>",
            "<item><title>a</title><pubDate>{}</pubDate></item>",
            "<item><title>a</title><dc:language>{}</dc:language></item>", "<item xml:lang='{}'><title>a</title></item>",
            "<item><title>a</title><enclosure url='https://harbour.example/{}' type='{}' length='{}'/></item>",
            "<item><title>a</title><media:content url='https://harbour.example/{}'/></item>",
            "<item><title>a</title><source url='https://harbour.example/{}'>{}</source></item>",
            "<title>{}</title><item><title>a</title></item>", "<language>{}</language><item><title>a</title></item>",
            "<link>https://harbour.example/{}</link><item><title>a</title></item>"})
    void anArticleIsSmall(String channel) {
        for (String filler : new String[]{"x", "флот ", "\uD83D\uDEA2", "\"\\", "&lt;"}) {
            byte[] document = ("<rss><channel>" + channel.replace("{}", filler.repeat(LARGE / filler.length()))
                    + "</channel></rss>").getBytes(StandardCharsets.UTF_8);

            if (FeedReader.read(document, null, URL) instanceof Parsed(var parsed)) { // an attribute as long is refused
                assertThat(Drafts.of(parsed, FEED)).hasSize(1).allSatisfy(draft -> assertThat(
                        Json.write(draft.article(FEED, NOW, NOW, 1)).getBytes(StandardCharsets.UTF_8).length)
                        .isLessThan(LARGEST));
            }
        }
    }
}
