package caspianwatch.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Json;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.Samples;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicFeedsTest {
    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"</title><entry>", "a ]]> b", "<script>alert(1)</script>", "Fish & ships", "\"quoted\"",
            "&amp; once", "Учения «Каспий»", "رزمایش در دریای خزر", "Ships 😀"})
    void aTitleComesOutOfBothFormatsAsItWentIn(String title) throws Exception {
        web.views.article("a", Samples.article("a", title, "Text of " + title, 60));

        var atom = new SyndFeedInput().build(new StringReader(web.get("/topics/all.atom").body()));
        var json = Json.MAPPER.readTree(web.get("/topics/all.json").body());

        assertThat(atom.getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getTitle()).isEqualTo(title);
            assertThat(entry.getDescription().getValue()).isEqualTo("Text of " + title);
        });
        assertThat(json.at("/items/0/title").asText()).isEqualTo(title);
    }

    @Test
    void whatXmlForbidsIsLeftAway() throws Exception {
        web.views.article("a", Samples.article("a", "a\u0000b\u0008c\uFFFEd\uD800e\u001Ff", "\u0001", 60));

        var atom = new SyndFeedInput().build(new StringReader(web.get("/topics/all.atom").body()));

        assertThat(atom.getEntries().getFirst().getTitle()).isEqualTo("abcdef");
    }

    @Test
    void anEntryHasAStableIdItsSourceItsTagsAndTheWordsForThem() throws Exception {
        web.views.article("a", Samples.article("a", "Drill in the Caspian", "Ships", 60, "Caspian"));

        var answer = web.get("/topics/caspian.atom");
        var atom = new SyndFeedInput().build(new StringReader(answer.body()));
        var entry = atom.getEntries().getFirst();

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml;charset=utf-8");
        assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
        assertThat(atom.getUri()).isEqualTo("urn:caspianwatch:topic:caspian");
        assertThat(entry.getUri()).isEqualTo("urn:caspianwatch:article:a");
        assertThat(entry.getAuthor()).isEqualTo("Tidewire");
        assertThat(entry.getLink()).isEqualTo("https://tidewire.example/a");
        assertThat(entry.getCategories()).extracting(each -> each.getName()).containsExactly("caspian");
        assertThat(entry.getDescription().getValue()).isEqualTo("Ships\n\ncaspian: Caspian");
        assertThat(entry.getUpdatedDate()).isNotNull();
    }

    @Test
    void theJsonFeedSaysItsVersionAndCarriesTextOnly() throws Exception {
        web.views.article("a", Samples.article("a", "Drill in the <b>Caspian</b>", "Ships", 60, "Caspian"));

        var answer = web.get("/topics/caspian.json");
        var feed = Json.MAPPER.readTree(answer.body());

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/feed+json");
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("feed_url").asText()).isEqualTo(web.at("/topics/caspian.json").toString());
        assertThat(feed.at("/items/0/external_url").asText()).isEqualTo("https://tidewire.example/a");
        assertThat(feed.at("/items/0").has("content_html")).isFalse();
        assertThat(feed.at("/items/0/tags/0").asText()).isEqualTo("caspian");
    }

    @Test
    void aReaderWhoHasItGets304AndTheNewOneAfterAChange() throws Exception {
        web.views.article("a", Samples.article("a", "Caspian", "", 60, "Caspian"));
        var first = web.get("/topics/caspian.atom");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(web.get("/topics/caspian.atom", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(web.get("/topics/caspian.atom", "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        web.views.article("b", Samples.article("b", "Caspian again", "", 30, "Caspian"));
        assertThat(web.get("/topics/caspian.atom", "If-None-Match", etag).statusCode()).isEqualTo(200);
        assertThat(web.get("/topics/caspian.atom", "If-Modified-Since", modified).statusCode()).isEqualTo(200);
    }

    @Test
    void holdsTheNewestFiftyOfItsTag() throws Exception {
        IntStream.range(0, 60)
                .forEach(i -> web.views.article("a" + i, Samples.article("a" + i, "Caspian", "", i, "Caspian")));
        web.views.article("other", Samples.article("other", "Weather", "", 0));

        var feed = Json.MAPPER.readTree(web.get("/topics/caspian.json").body());

        assertThat(feed.path("items")).hasSize(50);
        assertThat(feed.at("/items/0/id").asText()).isEqualTo("urn:caspianwatch:article:a0");
    }

    @Test
    void aTagWithoutArticlesIsAnEmptyFeedAndAnUnknownOneIsNone() throws Exception {
        assertThat(new SyndFeedInput().build(new StringReader(web.get("/topics/naval.atom").body())).getEntries())
                .isEmpty();
        var unknown = web.get("/topics/%3Cscript%3E.atom");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(unknown.body()).doesNotContain("<script>");
    }
}
