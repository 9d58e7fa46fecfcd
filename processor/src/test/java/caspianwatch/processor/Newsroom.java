package caspianwatch.processor;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Evidence;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.contract.Topics;
import caspianwatch.matching.SubscriptionIndex.Match;
import caspianwatch.matching.Tagger.Verdict;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology with a tagger that knows the word "drill" alone, and subscriptions that look for a word in the title. */
final class Newsroom implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    final Telemetry telemetry = new Telemetry();
    private final List<String> subscriptions = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Article> articles;
    private final TestOutputTopic<String, TaggedArticle> tagged;
    private final TestOutputTopic<String, Alert> alerts;

    Newsroom(Path folder) {
        var topology = new ProcessorTopology(Newsroom::tags, "7", this::match,
                new ProcessorMetrics(telemetry.registry())).build();
        var settings = new KafkaSettings("127.0.0.1:9", folder, 1).plainStreams(ProcessorTopology.NAME);
        driver = new TopologyTestDriver(topology, settings, NOW);
        articles = driver.createInputTopic(Topics.ARTICLES.name(), Topics.ARTICLES.keys().serializer(),
                Topics.ARTICLES.values().serializer());
        tagged = driver.createOutputTopic(Topics.TAGGED_ARTICLES.name(), Topics.TAGGED_ARTICLES.keys().deserializer(),
                Topics.TAGGED_ARTICLES.values().deserializer());
        alerts = driver.createOutputTopic(Topics.ALERTS.name(), Topics.ALERTS.keys().deserializer(),
                Topics.ALERTS.values().deserializer());
    }

    static Article article(String id, int revision, String title) {
        return new Article(id, new Article.Source("news.example/f1", "Harbour News", "az"),
                URI.create("https://news.example/a"), null, title, "A text.", Article.TextBasis.SUMMARY, null, null,
                NOW.minusSeconds(60), NOW.minusSeconds(1), NOW.minusSeconds(1).plusMillis(revision), revision,
                "hash of " + title, List.of(), false);
    }

    static Verdict tags(Article article) {
        int at = article.title().indexOf("drill");
        if (article.title().contains("poison")) {
            throw new IllegalStateException("a rule that nobody has tried on this title");
        }
        return new Verdict("en",
                at < 0
                        ? List.of()
                        : List.of(new Tag("naval-exercise", 2,
                                List.of(new Evidence("naval-exercise", Evidence.Field.TITLE, at, at + 5, "drill",
                                        "drill", 2)))),
                List.of(), Severity.NOTABLE, List.of("an exercise"));
    }

    private List<Match> match(TaggedArticle article) {
        return subscriptions.stream().filter(word -> article.article().title().contains(word))
                .map(word -> new Match(subscription(word), List.of(), List.of("has " + word))).toList();
    }

    private static Subscription subscription(String word) {
        return new Subscription("for-" + word, "desk", "All about " + word, word, Severity.BACKGROUND, List.of(), true,
                NOW);
    }

    void subscribe(String... words) {
        subscriptions.addAll(List.of(words));
    }

    void read(Article article) {
        articles.pipeInput(article.id(), article);
    }

    void replay(Article article) {
        Headers headers = new RecordHeaders().add(Replay.HEADER, new byte[0]);
        articles.pipeInput(new TestRecord<>(article.id(), article, headers));
    }

    void readTombstone(String id) {
        articles.pipeInput(id, (Article) null);
    }

    void after(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<TaggedArticle> tagged() {
        return tagged.readValuesToList();
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    List<String> alertKeys() {
        return alerts.readKeyValuesToList().stream().map(record -> record.key).toList();
    }

    long remembered(String store) {
        try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
            long count = 0;
            for (; all.hasNext(); all.next()) {
                count++;
            }
            return count;
        }
    }

    @Override
    public void close() {
        driver.close();
        telemetry.close();
    }
}
