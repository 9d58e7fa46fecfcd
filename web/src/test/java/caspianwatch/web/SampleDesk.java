package caspianwatch.web;

import caspianwatch.contract.Alert;
import caspianwatch.contract.Article;
import caspianwatch.contract.Delivery;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Severity;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Not a test: starts the desk on a newswire file, to be looked at. Arguments: file, port, and any third word to go on publishing. */
public final class SampleDesk {
    private SampleDesk() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        JsonNode wire = new YAMLMapper().readTree(Path.of(args[0]).toFile());
        var web = new RunningWeb(InstantSource.system(), () -> "", Integer.parseInt(args[1]));
        Map<String, Article.Source> sources = new HashMap<>();
        int number = 0;
        for (JsonNode each : wire.path("feeds")) {
            var feed = Samples.feed(++number, true);
            sources.put(each.path("id").asText(), new Article.Source(feed.key(), each.path("title").asText(),
                    each.path("country").asText()));
            web.views.feed(feed.key(), feed);
            web.views.status(feed.key(),
                    Samples.status(feed, number % 5 == 4 ? FeedStatus.State.FAILING : FeedStatus.State.OK));
        }
        var tagger = Tagger.of(Taxonomy.builtIn());
        var articles = new ArrayList<JsonNode>();
        wire.path("articles").forEach(articles::add);
        int backlog = Math.min(52, articles.size());
        for (int i = 0; i < backlog; i++) {
            publish(web, tagger, sources, articles.get(i),
                    Instant.now().minusSeconds(14 + (long) (backlog - 1 - i) * (backlog - i) * 9));
        }
        System.out.println(web.at("/"));
        for (int i = backlog; args.length > 2 && i < articles.size(); i++) {
            Thread.sleep(Duration.ofSeconds(4));
            publish(web, tagger, sources, articles.get(i), Instant.now());
        }
        Thread.currentThread().join();
    }

    private static void publish(RunningWeb web, Tagger tagger, Map<String, Article.Source> sources, JsonNode node,
            Instant seen) {
        String title = node.path("title").asText();
        String text = node.path("text").asText().strip();
        var url = URI.create("https://newswire.example/" + node.path("id").asText());
        var article = new Article(Ids.of(node.path("id").asText()),
                Objects.requireNonNull(sources.get(node.path("feed").asText())), url, url,
                title, text, Article.TextBasis.FULL, null, node.path("author").asText(""), seen.minusSeconds(70), seen,
                seen, 1, Ids.digest(title, text), List.of(), false);
        var verdict = tagger.tag(article);
        int digit = 1 + Math.floorMod(title.hashCode(), 11) % 4 + (title.contains("столкн") ? 4 : 0);
        var severity = verdict.tags().isEmpty() ? Severity.BACKGROUND : Severity.of(Math.min(5, digit));
        var tagged = new TaggedArticle(article, verdict.language(), verdict.tags(), verdict.entities(), null, severity,
                verdict.severityReasons(), "t", TaggedArticle.Origin.LIVE, seen.plusMillis(31));
        web.views.article(article.id(), tagged);
        if (severity.digit() >= 3 && !tagged.tags().isEmpty()) {
            Alert alert = Samples.alert(tagged);
            web.views.alert(alert);
            web.views.delivery(Samples.delivery(alert, 1, severity.digit() == 4 && title.length() % 3 == 0
                    ? Delivery.Outcome.RETRYING
                    : Delivery.Outcome.DELIVERED));
        }
    }
}
