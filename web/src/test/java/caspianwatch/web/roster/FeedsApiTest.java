package caspianwatch.web.roster;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.contract.Json;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.Samples;
import caspianwatch.web.view.KnownFeed;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of feeds over the API: each change is a record, and nothing is fetched in the request. */
final class FeedsApiTest {
    private static final String NEW = "{\"url\":\"https://tidewire.example/rss\",\"title\":\"Tidewire\",\"country\":\"AZ\","
            + "\"kind\":\"wire\",\"reliability\":\"B\",\"interval\":\"10\",\"language\":\"en\"}";

    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aFeedIsAddedEditedDisabledAndRemoved() throws Exception {
        var added = send("POST", "/api/v1/feeds", NEW);
        String id = Json.read(added.body(), JsonNode.class).at("/feed/id").asText();
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(only().url()).isEqualTo(URI.create("https://tidewire.example/rss"));

        assertThat(send("PUT", "/api/v1/feeds/" + id, "{\"title\":\"Tidewire EN\"}").statusCode()).isEqualTo(200);
        assertThat(only().title()).isEqualTo("Tidewire EN");
        assertThat(only().kind()).isEqualTo(Feed.Kind.WIRE);

        assertThat(send("PUT", "/api/v1/feeds/" + id, "{\"enabled\":false}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/api/v1/feeds/" + id, "{\"enabled\":false,\"reason\":\"paywall\"}").statusCode())
                .isEqualTo(200);
        assertThat(only().disabledReason()).isEqualTo("paywall");

        assertThat(send("DELETE", "/api/v1/feeds/" + id, null).statusCode()).isEqualTo(204);
        assertThat(web.views.feeds()).isEmpty();
        assertThat(send("DELETE", "/api/v1/feeds/" + id, null).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewHostKeepsTheIdAndLeavesNothingUnderTheOldKey() throws Exception {
        send("POST", "/api/v1/feeds", NEW);
        String id = only().id();

        send("PUT", "/api/v1/feeds/" + id, "{\"url\":\"https://new.example/rss\"}");

        assertThat(web.views.feeds()).extracting(KnownFeed::key).containsExactly("new.example/" + id);
    }

    @Test
    void theSameAddressIsNotAddedTwice() throws Exception {
        send("POST", "/api/v1/feeds", NEW);

        assertThat(send("POST", "/api/v1/feeds", NEW).statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/rss", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
            "http://[fc00::1]/", "http://2130706433/", "http://127.1/", "file:///etc/passwd", "ftp://x.example/",
            "http://user:pw@x.example/", "http://169.254.169.254:8888\\\\@example.com/", "not an address"})
    void anAddressThatMustNotBeReachedIsRefusedAtAddEditAndPreview(String url) throws Exception {
        send("POST", "/api/v1/feeds", NEW);

        assertThat(send("POST", "/api/v1/feeds", "{\"url\":\"" + url + "\"}").statusCode()).isEqualTo(400);
        assertThat(send("POST", "/api/v1/feeds/previews", "{\"url\":\"" + url + "\"}").statusCode()).isEqualTo(400);
        assertThat(send("PUT", "/api/v1/feeds/" + only().id(), "{\"url\":\"" + url + "\"}").statusCode())
                .isEqualTo(400);
        assertThat(web.views.drafts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{}", "{\"url\":[]}", "{\"url\":\"https://a.example/\",\"kind\":\"blog\"}",
            "{\"url\":\"https://a.example/\",\"interval\":\"1s\"}",
            "{\"url\":\"https://a.example/\",\"interval\":\"soon\"}",
            "{\"url\":\"https://a.example/\",\"interval\":\"PT10D\"}",
            "{\"url\":\"https://a.example/\",\"interval\":\"PT-10M\"}",
            "{\"url\":\"https://a.example/\",\"titel\":\"x\"}",
            "{\"url\":\"https://a.example/\",\"title\":\"a\\nb\"}",
            "{\"url\":\"https://a.example/\",\"enabled\":\"maybe\"}"})
    void whatIsNoFeedIsRefused(String body) throws Exception {
        assertThat(send("POST", "/api/v1/feeds", body).statusCode()).isEqualTo(400);
        assertThat(web.views.feeds()).isEmpty();
    }

    @Test
    void aHostInOtherLettersIsKeptAsItIsLookedUp() throws Exception {
        var answer = send("POST", "/api/v1/feeds", "{\"url\":\"https://флот.рф/лента?a=1\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(web.views.feeds()).singleElement()
                .satisfies(known -> assertThat(known.feed().url().getHost()).isEqualTo("xn--k1agmf.xn--p1ai"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://１２７.0.0.1/", "http://127。0。0。1/", "http://ⓔxample.com/", "http://локал host/"})
    void lettersThatMeanAPlainNameInDisguiseAreRefused(String url) throws Exception {
        assertThat(send("POST", "/api/v1/feeds", "{\"url\":\"" + url + "\"}").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "600s", "PT10M"})
    void anIntervalIsMinutesSecondsOrAsItIsShown(String interval) throws Exception {
        send("POST", "/api/v1/feeds",
                "{\"url\":\"https://tidewire.example/rss\",\"interval\":\"" + interval + "\"}");

        assertThat(read("/api/v1/feeds").at("/items/0/feed/interval").asText()).isEqualTo("PT10M");
    }

    @Test
    void aPreviewShowsArticlesAndTagsAndIsNotOnTheList() throws Exception {
        var answer = send("POST", "/api/v1/feeds/previews", "{\"url\":\"https://tidewire.example/rss\"}");
        var item = Json.read(answer.body(), JsonNode.class);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(item.at("/status/look/entries").asInt()).isEqualTo(1);
        assertThat(item.at("/articles/0/tags").toString()).contains("caspian");
        assertThat(web.views.feeds()).isEmpty();
        assertThat(read("/api/v1/feeds").path("items")).isEmpty();

        send("POST", "/api/v1/feeds", NEW);
        assertThat(web.views.feeds()).hasSize(1);
        assertThat(web.views.drafts()).isEmpty();
    }

    @Test
    void aPageThatNamesAFeedSaysWhich() throws Exception {
        var answer = send("POST", "/api/v1/feeds/previews", "{\"url\":\"https://tidewire.example/index.html\"}");

        assertThat(Json.read(answer.body(), JsonNode.class).at("/status/look/announced/0").asText())
                .isEqualTo("https://tidewire.example/feed.xml");
    }

    @Test
    void aFetchShowsWhatWasFoundAndIsNotRepeatedAtOnce() throws Exception {
        send("POST", "/api/v1/feeds", NEW);

        var answer = send("POST", "/api/v1/feeds/" + only().id() + "/fetch", null);
        var look = Json.read(answer.body(), JsonNode.class).at("/status/look");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(look.path("contentType").asText()).isEqualTo("application/rss+xml");
        assertThat(look.path("bytes").asInt()).isEqualTo(1234);
        assertThat(send("POST", "/api/v1/feeds/" + only().id() + "/fetch", null).statusCode()).isEqualTo(429);
    }

    @Test
    void aListThatLeavesAsOpmlComesBackWhole() throws Exception {
        send("POST", "/api/v1/feeds", NEW);
        Feed feed = only();
        String opml = web.get("/api/v1/feeds.opml").body();
        send("DELETE", "/api/v1/feeds/" + feed.id(), null);

        var answer = opml(opml);

        assertThat(answer.body()).isEqualTo("{\"added\":1,\"known\":0,\"refused\":[]}");
        assertThat(only()).isEqualTo(feed);
        assertThat(opml(opml).body()).isEqualTo("{\"added\":0,\"known\":1,\"refused\":[]}");
    }

    @Test
    void importedAddressesAreCheckedLikeAnyOther() throws Exception {
        var answer = opml("<opml version='2.0'><body><outline text='AZ'><outline text='a' xmlUrl='https://a.example/'/>"
                + "<outline text='b' xmlUrl='http://10.0.0.1/'/></outline></body></opml>");

        assertThat(Json.read(answer.body(), JsonNode.class).path("refused").get(0).asText())
                .startsWith("http://10.0.0.1/");
        assertThat(only().country()).isEqualTo("AZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<rss/>", "<opml><body>",
            "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body><outline text='&x;' xmlUrl='https://a.example/'/></body></opml>",
            "<!DOCTYPE opml SYSTEM 'http://127.0.0.1:1/x.dtd'><opml/>"})
    void whatIsNoOpmlOrBringsADocumentTypeIsRefused(String opml) throws Exception {
        var answer = opml(opml);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("root:");
        assertThat(web.views.feeds()).isEmpty();
    }

    @Test
    void aBombOfOutlinesIsRefused() throws Exception {
        assertThat(opml("<opml><body>" + "<outline text='a'>".repeat(10_000)).statusCode()).isEqualTo(400);
        assertThat(opml("<opml><body>" + "<outline text='a' xmlUrl='https://a.example/'/>".repeat(5_001)
                + "</body></opml>").statusCode()).isEqualTo(400);
        assertThat(opml("<opml><body>" + " ".repeat(1_100_000) + "</body></opml>").statusCode()).isEqualTo(413);
        assertThat(web.views.feeds()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/v1/feeds,text/plain", "POST,/api/v1/feeds.opml,text/plain",
            "POST,/api/v1/feeds.opml,application/x-www-form-urlencoded"})
    void aTypeThatAFormOfAnotherSiteCouldSendIsRefused(String method, String path, String type) throws Exception {
        var answer = web.send(HttpRequest.newBuilder(web.at(path)).header("Content-Type", type).method(method,
                BodyPublishers.ofString(NEW)));

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"POST,/feeds/previews", "POST,/feeds/import", "POST,/feeds/1", "POST,/feeds/1/fetch",
            "POST,/feeds/1/remove", "POST,/api/v1/feeds", "PUT,/api/v1/feeds/1", "DELETE,/api/v1/feeds/1",
            "POST,/api/v1/feeds/1/fetch", "POST,/api/v1/feeds.opml", "POST,/api/v1/feeds/previews"})
    void aChangeThatAnotherSiteAsksForIsRefused(String method, String path) throws Exception {
        for (var header : List.of(List.of("Sec-Fetch-Site", "cross-site"), List.of("Origin", "https://evil.example"))) {
            var answer = web.send(HttpRequest.newBuilder(web.at(path)).header(header.getFirst(), header.getLast())
                    .method(method, BodyPublishers.ofString("url=https://a.example/")));

            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(web.views.drafts()).isEmpty();
    }

    @Test
    void balanceAndStatesAreMeasuredFromTheStart() throws Exception {
        var feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);
        web.views.status(feed.key(), Samples.status(feed, State.SILENT));

        assertThat(web.telemetry.registry().scrape()).contains("cw_feeds{state=\"silent\"} 1.0",
                "cw_feeds{state=\"ok\"} 0.0", "cw_feeds_polled{country=\"AZ\",kind=\"wire\"} 1.0",
                "cw_feeds_readable{country=\"AZ\",kind=\"wire\"} 0.0",
                "cw_feeds_readable{country=\"TM\",kind=\"official\"} 0.0");
    }

    private Feed only() {
        assertThat(web.views.feeds()).hasSize(1);
        return web.views.feeds().getFirst().feed();
    }

    private HttpResponse<String> opml(String text) throws Exception {
        return web.send(HttpRequest.newBuilder(web.at("/api/v1/feeds.opml")).header("Content-Type", "text/x-opml")
                .POST(BodyPublishers.ofString(text)));
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body)
            throws Exception {
        var request = HttpRequest.newBuilder(web.at(path)).method(method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return web.send(body == null ? request : request.header("Content-Type", "application/json"));
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(web.get(path).body(), JsonNode.class);
    }
}
