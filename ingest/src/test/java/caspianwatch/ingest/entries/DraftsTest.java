package caspianwatch.ingest.entries;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Article;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Feed;
import caspianwatch.contract.Ids;
import caspianwatch.ingest.parse.FeedReader;
import caspianwatch.ingest.parse.ParseResult.Parsed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DraftsTest {
    private static final Instant NOW = Instant.parse("2026-03-07T06:00:00Z");
    private static final URI URL = URI.create("https://harbour.example/feed.xml");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", "en", Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);

    private static List<Draft> drafts(String items) {
        byte[] bytes = ("<rss><channel>" + items + "</channel></rss>").getBytes(StandardCharsets.UTF_8);
        return Drafts.of(((Parsed) FeedReader.read(bytes, null, URL)).document(), FEED);
    }

    private static Article article(String item) {
        return drafts("<item>" + item + "</item>").getFirst().article(FEED, NOW, NOW, 1);
    }

    @Test
    void theKeyStaysWhenAPublisherTurnsToHttps() {
        String old = drafts("<item><title>a</title><guid>http://www.harbour.example/1</guid></item>").getFirst().key();

        assertThat(drafts("<item><title>a</title><guid>https://harbour.example/1</guid></item>").getFirst().key())
                .isEqualTo(old);
    }

    @Test
    void entriesThatAllLinkToTheSameNewsPageAreToldApart() {
        assertThat(drafts("<item><title>a</title><link>https://harbour.example/news</link></item>"
                + "<item><title>b</title><link>https://harbour.example/news</link></item>")).hasSize(2);
    }

    @Test
    void anEntryWithoutALinkLeadsToTheSiteButIsNotKnownByIt() {
        var draft = drafts("<link>https://harbour.example/</link><item><title>a</title></item>").getFirst();

        assertThat(draft.url()).isEqualTo(URI.create("https://harbour.example/"));
        assertThat(draft.canonicalUrl()).isNull();
        assertThat(draft.key()).isEqualTo(draft.contentHash());
    }

    @Test
    void halfAnEntryIsNone() {
        byte[] bytes = "<rss><channel><item><title>Whole</title></item><item><title>Seven sailors hu"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Drafts.of(((Parsed) FeedReader.read(bytes, null, URL)).document(), FEED)).extracting(Draft::title)
                .containsExactly("Whole");
    }

    @Test
    void anArticleIsMadeOfAnEntry() {
        var article = article(
                "<title>Fleet &amp;amp; ships</title><guid>g</guid><link>https://harbour.example/1?utm_source=rss</link>"
                        + "<description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description><author>Desk</author>");

        assertThat(article.id()).isEqualTo(Ids.of(FEED.id(), "g"));
        assertThat(article.title()).isEqualTo("Fleet & ships");
        assertThat(article.text()).isEqualTo("One.\n\nTwo.");
        assertThat(article.basis()).isEqualTo(TextBasis.SUMMARY);
        assertThat(article.canonicalUrl()).isEqualTo(URI.create("https://harbour.example/1"));
        assertThat(article.source()).isEqualTo(new Article.Source(FEED.key(), "Harbour", "AZ"));
        assertThat(article.author()).isEqualTo("Desk");
        assertThat(article.languageHint()).isEqualTo("en");
        assertThat(article.published()).isNull();
        assertThat(article.contentHash()).isEqualTo(Ids.digest("Fleet & ships", "One.\n\nTwo."));
    }

    @Test
    void theKeyIsTheGuidElseTheLinkElseTheContent() {
        assertThat(drafts("<item><title>a</title><guid>g</guid><link>https://harbour.example/1</link></item>"))
                .extracting(Draft::key).containsExactly("g");
        assertThat(drafts("<item><title>a</title><link>https://harbour.example/1#x</link></item>"))
                .extracting(Draft::key)
                .containsExactly("harbour.example/1");
        assertThat(drafts("<item><title>a</title></item>")).extracting(Draft::key).containsExactly(Ids.digest("a", ""));
    }

    @Test
    void entriesThatReuseAGuidStayApart() {
        var drafts = drafts("<item><title>a</title><guid>g</guid><link>https://harbour.example/1</link></item>"
                + "<item><title>b</title><guid>g</guid><link>https://harbour.example/2</link></item>");

        assertThat(drafts).extracting(Draft::title).containsExactly("a", "b");
        assertThat(drafts).extracting(Draft::key).doesNotHaveDuplicates();
    }

    @Test
    void theSameEntryTwiceComesOnce() {
        String item = "<item><title>a</title><guid>g</guid></item>";

        assertThat(drafts(item + item)).extracting(Draft::key).containsExactly("g");
    }

    @Test
    void entriesWithoutWordsAreLeftOut() {
        assertThat(drafts("<item><guid>g</guid><description>&lt;img src='x'&gt;</description></item>")).isEmpty();
    }

    @Test
    void theBasisSaysHowMuchOfTheStoryThereIs() {
        assertThat(article("<title>a</title>").basis()).isEqualTo(TextBasis.TITLE);
        assertThat(article("<title>a</title><description>a</description>").basis()).isEqualTo(TextBasis.TITLE);
        assertThat(article("<title>a</title><description>" + "word ".repeat(400) + "</description>").basis())
                .isEqualTo(TextBasis.FULL);
    }

    @Test
    void aDateOfThePublisherMovesAnArticleOnlySoFar() {
        assertThat(article("<title>a</title><pubDate>Sat, 07 Mar 2026 05:00:00 GMT</pubDate>").published())
                .isEqualTo(Instant.parse("2026-03-07T05:00:00Z"));
        assertThat(article("<title>a</title><pubDate>Sat, 07 Mar 2036 05:00:00 GMT</pubDate>").published())
                .isEqualTo(NOW.plusSeconds(300));
        assertThat(article("<title>a</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>").published())
                .isEqualTo(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        var article = article("<title>a</title><description>" + "флот ".repeat(20_000) + "</description>");

        assertThat(article.truncated()).isTrue();
        assertThat(article.text().getBytes(StandardCharsets.UTF_8).length).isBetween(65_530, 65_536);
        assertThat(article("<title>a</title><description>short</description>").truncated()).isFalse();
    }

    @Test
    void aLinkThatIsNoneOfTheWebIsLeftOut() {
        assertThat(article("<title>a</title><link>javascript:alert(1)</link>").url()).isNull();
    }
}
