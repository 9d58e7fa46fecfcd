package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.Json;
import caspianwatch.contract.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a feed to an alert, on a real broker. */
@Timeout(240)
final class EndToEndTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<UnicodeScript> SCRIPTS = Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC,
            UnicodeScript.ARABIC);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;
    private static Stack stack;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws Exception {
        receiver = new Receiver();
        stack = new Stack(folder);
    }

    @AfterAll
    static void stop() {
        stack.close();
        receiver.close();
    }

    @Test
    void raisesAlertsWhoseEvidenceIsInTheArticleInEachScript() throws Exception {
        Until.holds("alerts in Latin, Cyrillic and Arabic script", SOON,
                () -> scripts(stack.values(Topics.ALERTS)).containsAll(SCRIPTS));

        for (Alert alert : stack.values(Topics.ALERTS)) {
            assertThat(alert.evidence()).as(alert.article().article().title()).isNotEmpty();
            for (var words : alert.evidence()) {
                String field = words.field().of(alert.article().article());
                assertThat(field.substring(words.start(), words.end())).isEqualTo(words.text());
            }
        }
    }

    @Test
    void showsTheSameAlertsToAProgram() throws Exception {
        Until.holds("an alert in the API", SOON, () -> !get("/api/v1/alerts?limit=1").path("items").isEmpty());

        var shown = get("/api/v1/alerts?limit=1").path("items").get(0);
        assertThat(stack.values(Topics.ALERTS).stream().map(Alert::id)).contains(shown.path("id").asText());
    }

    @Test
    void tellsAWebhookWithASignatureThatItsLibraryVerifies() throws Exception {
        var answer = subscribe("Exercises", "tag:naval", receiver.url());
        assertThat(answer.statusCode()).isEqualTo(201);
        String subscription = Json.read(answer.body(), JsonNode.class).path("id").asText();

        Until.holds("a verified notification", SOON, () -> {
            assertThat(stack.newswire.publishNext()).as("the newswire has more to publish").isTrue();
            return !of(subscription).isEmpty();
        });

        assertThat(receiver.refused).isEmpty();
        var body = of(subscription).getFirst();
        var alert = body.path("data").path("alerts").get(0);
        var words = alert.path("evidence").get(0);
        assertThat(body.path("type").asText()).isEqualTo("alert");
        assertThat(alert.path("article").path(words.path("field").asText()).asText()
                .substring(words.path("start").asInt(), words.path("end").asInt()))
                .isEqualTo(words.path("text").asText());
        Until.holds("the alert in the API", SOON,
                () -> Stream.of(get("/api/v1/alerts?limit=100").path("items")).flatMap(JsonNode::valueStream)
                        .anyMatch(each -> each.path("id").equals(alert.path("id"))));
        Until.holds("the delivery on record", SOON,
                () -> stack.values(Topics.DELIVERIES).stream()
                        .anyMatch(delivery -> delivery.subscriptionId().equals(subscription)
                                && delivery.outcome() == Delivery.Outcome.DELIVERED));
    }

    @Test
    void refusesAWrongQueryAndSaysWhereItIsWrong() throws Exception {
        var answer = subscribe("Wrong", "caspian AND (naval", receiver.url());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("position");
    }

    @Test
    void setsARecordThatIsNoArticleAsideAndGoesOn() throws Exception {
        byte[] garbage = "{\"id\": not an article".getBytes(StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(stack.kafka().producer(), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(
                    new ProducerRecord<>(Topics.ARTICLES.name(), "nobody".getBytes(StandardCharsets.UTF_8), garbage))
                    .get();
        }

        Until.holds("the garbage among the dead letters", SOON, () -> stack.records(Topics.DEAD_LETTERS).stream()
                .anyMatch(letter -> Arrays.equals(letter.value(), garbage)));
        int before = stack.values(Topics.TAGGED_ARTICLES).size();
        stack.newswire.publishNext();
        Until.holds("the next article is tagged", SOON,
                () -> stack.values(Topics.TAGGED_ARTICLES).size() > before);
        assertThat(stack.records(Topics.DEAD_LETTERS).getFirst().headers()).isNotEmpty();
    }

    @Test
    void measuresWhatTheAlertRulesOfPrometheusAskFor() throws Exception {
        var rules = Files.readString(Path.of("..", "deploy", "prometheus", "rules.yml"));
        var asked = Pattern.compile("\\bcw_[a-z_]+").matcher(rules).results().map(MatchResult::group).distinct()
                .toList();

        assertThat(asked).hasSizeGreaterThan(6);
        assertThat(asked).allSatisfy(name -> assertThat(stack.metrics()).containsPattern("(?m)^" + name + "[{ ]"));
        assertThat(stack.metrics()).contains("cw_due_work_oldest_overdue_seconds{name=\"feed-polls\"}",
                "cw_entries_total{outcome=\"new\"}", "cw_feeds{state=\"failing\"}",
                "cw_feeds_readable{country=\"TM\",kind=\"official\"}");
    }

    @Test
    void isReadByAnotherKafkaClient() throws Exception {
        Until.holds("tagged articles", SOON, () -> !stack.values(Topics.TAGGED_ARTICLES).isEmpty());

        var said = said("kcat", "-q", "-C", "-b", stack.broker, "-t", "tagged-articles", "-o", "beginning", "-e", "-X",
                "isolation.level=read_committed", "-f", "%k %s\\n");

        assertThat(said).isNotEmpty().allSatisfy(line -> {
            int key = line.indexOf(' ');
            assertThat(Json.read(line.substring(key + 1), JsonNode.class).at("/article/id").asText())
                    .isEqualTo(line.substring(0, key));
        });
    }

    @Test
    void isReadByAnotherFeedReaderWithoutAComplaint() throws Exception {
        Until.holds("articles on the desk", SOON, () -> !get("/api/v1/articles?limit=1").path("items").isEmpty());

        var said = said("/usr/bin/python3", "-c",
                """
                        import feedparser, sys
                        feed = feedparser.parse(sys.argv[1])
                        print(feed.bozo, feed.version, len(feed.entries) > 0, all(e.id and e.link and e.title for e in feed.entries))
                        """,
                stack.at("/topics/all.atom").toString());

        assertThat(said).containsExactly("False atom10 True True");
    }

    @Test
    void isAJsonFeed() throws Exception {
        Until.holds("articles on the desk", SOON, () -> !get("/api/v1/articles?limit=1").path("items").isEmpty());

        var feed = get("/topics/all.json");

        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").isTextual()).isTrue();
        assertThat(feed.path("items")).isNotEmpty().allSatisfy(item -> {
            assertThat(item.path("id").isTextual()).isTrue();
            assertThat(item.has("content_text") || item.has("content_html")).isTrue();
        });
    }

    private static List<String> said(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static Set<UnicodeScript> scripts(List<Alert> alerts) {
        return alerts.stream().flatMap(alert -> alert.evidence().stream())
                .map(words -> UnicodeScript.of(words.text().codePointAt(0))).collect(Collectors.toSet());
    }

    private static List<JsonNode> of(String subscription) {
        return receiver.verified.stream().map(message -> Json.read(message.body(), JsonNode.class))
                .filter(body -> body.path("data").path("subscription").path("id").asText().equals(subscription))
                .toList();
    }

    private static HttpResponse<String> subscribe(String name, String query, String url) throws Exception {
        var channel = Json.MAPPER.createObjectNode().put("type", "webhook").put("url", url).put("secret",
                Receiver.SECRET);
        var body = Json.MAPPER.createObjectNode().put("name", name).put("query", query);
        body.putArray("channels").add(channel);
        return HTTP.send(
                HttpRequest.newBuilder(stack.at("/api/v1/subscriptions")).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())).build(),
                BodyHandlers.ofString());
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        var answer = HTTP.send(HttpRequest.newBuilder(stack.at(path)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Json.read(answer.body(), JsonNode.class);
    }
}
