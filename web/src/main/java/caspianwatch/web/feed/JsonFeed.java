package caspianwatch.web.feed;

import caspianwatch.contract.Json;
import caspianwatch.contract.Tag;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.desk.Links;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic feed as JSON Feed 1.1. */
record JsonFeed(String version, String title, @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String self, List<Item> items) {

    /** An entry; text only, so no reader can run what a publisher wrote. */
    record Item(String id, String url, @JsonProperty("external_url") @Nullable String external, String title,
            @JsonProperty("content_text") String text, @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified, List<Author> authors, List<String> tags,
            @Nullable String language) {}

    /** Who published it. */
    record Author(String name) {}

    static byte[] write(TopicFeed topic) {
        return TopicFeeds.utf8(Json.write(new JsonFeed("https://jsonfeed.org/version/1.1", topic.title(), topic.home(),
                topic.self(".json"), topic.articles().stream().map(each -> item(topic, each)).toList())));
    }

    private static Item item(TopicFeed topic, TaggedArticle tagged) {
        var article = tagged.article();
        return new Item(TopicFeed.id(article), topic.page(article), Links.outside(article.url()),
                TopicFeed.title(article), TopicFeed.summary(tagged),
                article.eventTime().truncatedTo(ChronoUnit.SECONDS),
                tagged.tagged().truncatedTo(ChronoUnit.SECONDS),
                List.of(new Author(TopicFeed.clean(article.source().title()))),
                tagged.tags().stream().map(Tag::id).toList(),
                tagged.language().equals("und") ? null : tagged.language());
    }
}
