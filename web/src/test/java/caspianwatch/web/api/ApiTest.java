package caspianwatch.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Delivery;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.Json;
import caspianwatch.matching.BuiltIn;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.Samples;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiTest {
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";

    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void pagesLoseAndRepeatNothingWhileArticlesArrive() throws Exception {
        IntStream.range(0, 12).forEach(i -> put("old" + i, 100 + i));

        var seen = new ArrayList<String>();
        String cursor = "";
        int arrivals = 0;
        do {
            var page = read("/api/v1/articles?limit=5" + cursor);
            page.path("items").forEach(each -> seen.add(each.at("/article/id").asText()));
            put("new" + arrivals++, 1);
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "old" + i).toList());
    }

    @Test
    void theLastPageSaysNullEvenWhenItIsFull() throws Exception {
        put("a", 1);
        put("b", 2);

        assertThat(web.get("/api/v1/articles?limit=2").body()).endsWith("\"next\":null}");
        assertThat(read("/api/v1/alerts")).isEqualTo(Json.MAPPER.readTree("{\"items\":[],\"next\":null}"));
    }

    @Test
    void anAlertsEvidenceSlicesOutOfTheArticleBesideIt() throws Exception {
        var article = Samples.article("a", "Учения в Каспийском море", "У берегов Каспия", 9, "Каспийском", "Каспия");
        web.views.article("a", article);
        web.views.alert(Samples.alert(article));

        var alert = read("/api/v1/alerts").path("items").get(0);

        assertThat(alert.path("id").asText()).isEqualTo(Samples.alert(article).id());
        assertThat(alert.path("evidence")).hasSize(2).allSatisfy(each -> {
            String field = alert.at("/article/article").path(each.path("field").asText()).asText();
            assertThat(field.substring(each.path("start").asInt(), each.path("end").asInt()))
                    .isEqualTo(each.path("text").asText());
        });
    }

    @Test
    void articlesAreFoundByAQueryAndAWrongOneNamesItsPosition() throws Exception {
        put("a", 1);
        web.views.article("b", Samples.article("b", "Weather", "Sun", 2));

        assertThat(read("/api/v1/articles?q=tag:caspian").path("items")).hasSize(1);
        var wrong = web.get("/api/v1/articles?q=" + URLEncoder.encode("ship AND (", StandardCharsets.UTF_8));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(wrong.body()).at("/error/position").isInt()).isTrue();
    }

    @Test
    void feedsAreShownWithWhatTheLastPollFoundAndPaged() throws Exception {
        IntStream.range(0, 3).mapToObj(i -> Samples.feed(i, true)).forEach(feed -> {
            web.views.feed(feed.key(), feed);
            web.views.status(feed.key(), Samples.status(feed, FeedStatus.State.OK));
        });

        var first = read("/api/v1/feeds?limit=2");
        var second = read("/api/v1/feeds?limit=2&cursor=" + first.path("next").asText());

        assertThat(first.path("items").get(0).at("/status/state").asText()).isEqualTo("OK");
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void deliveriesShowEachAttemptNewestFirst() throws Exception {
        var alert = Samples.alert(Samples.article("a", "Caspian", "", 9, "Caspian"));
        web.views.delivery(Samples.delivery(alert, 1, Delivery.Outcome.RETRYING));
        web.views.delivery(Samples.delivery(alert, 2, Delivery.Outcome.DELIVERED));

        assertThat(read("/api/v1/deliveries").path("items").findValuesAsText("attempt")).containsExactly("2", "1");
    }

    @Test
    void aSubscriptionIsSavedShownWithoutItsSecretAndRemoved() throws Exception {
        var saved = post(body("caspian", "http://127.0.0.1:9443/hook", SECRET));
        String id = Json.MAPPER.readTree(saved.body()).path("id").asText();

        assertThat(saved.statusCode()).isEqualTo(201);
        assertThat(web.views.subscriptions.get(id)).hasValueSatisfying(
                each -> assertThat(each.query()).isEqualTo("caspian"));
        var shown = web.get("/api/v1/subscriptions").body();
        assertThat(shown).contains(id, "http://127.0.0.1:9443/hook").doesNotContain("whsec_", "secret");
        assertThat(delete(id)).isEqualTo(204);
        assertThat(delete(id)).isEqualTo(404);
    }

    @Test
    void theBuiltInSubscriptionCanBeRemoved() throws Exception {
        web.views.subscription(BuiltIn.REGIONAL_NEWS.id(), BuiltIn.REGIONAL_NEWS);

        assertThat(delete(BuiltIn.REGIONAL_NEWS.id())).isEqualTo(204);
    }

    @Test
    void asItIsSavedTwiceThereIsOneSubscription() throws Exception {
        String body = body("caspian", "http://127.0.0.1:9443/hook", SECRET);

        assertThat(post(body).body()).isEqualTo(post(body).body());
        assertThat(read("/api/v1/subscriptions").path("items")).hasSize(1);
    }

    @Test
    void aWrongQueryIsRefusedWithItsPosition() throws Exception {
        var answer = post(body("ship AND (", "http://127.0.0.1:9443/hook", SECRET));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/error/position").isInt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity:>=1", "severity:<=4 NOT lang:en", "tag:caspian OR severity:>=1"})
    void aQueryThatMeetsMostArticlesIsRefusedWithItsReason(String query) throws Exception {
        var answer = post(body(query, "http://127.0.0.1:9443/hook", SECRET));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("of 100 articles", "add a word");
        assertThat(web.views.subscriptions.size()).isZero();
    }

    @Test
    void whatAQueryProbablyDoesNotMeanIsSaidWhenItIsSaved() throws Exception {
        var answer = post(body("ship and port", "http://127.0.0.1:9443/hook", SECRET));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Json.MAPPER.readTree(answer.body()).at("/notes/0").asText()).contains("at 5", "AND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/", "file:///etc/passwd",
            "http://user:pw@hook.example/", "http://2130706433/", "not an address"})
    void aWebhookWhereNoneMayGoIsRefused(String url) throws Exception {
        assertThat(post(body("caspian", url, SECRET)).statusCode()).isEqualTo(400);
        assertThat(web.views.subscriptions.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_%%%", "whsec_c2hvcnQ="})
    void aSecretThatIsNoneIsRefusedAndNotRepeated(String secret) throws Exception {
        var answer = post(body("caspian", "http://127.0.0.1:9443/hook", secret));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(secret.length() > 6 ? answer.body() : "").doesNotContain(secret.length() > 6 ? secret : "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"name\":1}", "{\"name\":\"a\"}", "{\"name\":\"a\",\"query\":\"b\"}",
            "{\"name\":\"a\",\"query\":\"b\",\"channels\":[]}",
            "{\"name\":\"a\",\"query\":\"b\",\"channels\":[{\"type\":\"exec\"}]}",
            "{\"name\":\"a\\nb\",\"query\":\"b\",\"channels\":[]}"})
    void aBodyThatIsNoSubscriptionIsRefused(String body) throws Exception {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void anythingButJsonIsRefused() throws Exception {
        var answer = web
                .send(HttpRequest.newBuilder(web.at("/api/v1/subscriptions")).header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers
                                .ofString(body("caspian", "http://127.0.0.1:9443/hook", SECRET))));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(web.views.subscriptions.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=%25", "cursor=eHh4"})
    void aParameterThatIsNoneIsRefused(String parameter) throws Exception {
        assertThat(web.get("/api/v1/alerts?" + parameter).statusCode()).isEqualTo(400);
    }

    private void put(String id, int secondsAgo) {
        web.views.article(id, Samples.article(id, "Caspian", "Text", secondsAgo, "Caspian"));
    }

    private JsonNode read(String path) throws Exception {
        var answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return Json.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> post(String body) throws Exception {
        return web
                .send(HttpRequest.newBuilder(web.at("/api/v1/subscriptions")).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private int delete(String id) throws Exception {
        return web.send(HttpRequest.newBuilder(web.at("/api/v1/subscriptions/" + id)).DELETE()).statusCode();
    }

    private static String body(String query, String url, String secret) {
        var root = Json.MAPPER.createObjectNode().put("name", "A name").put("query", query);
        root.putArray("channels").addObject().put("type", "webhook").put("url", url).put("secret", secret);
        return root.toString();
    }
}
