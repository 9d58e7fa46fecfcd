package caspianwatch.web.feed;

import caspianwatch.contract.TaggedArticle;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndCategoryImpl;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic feed as Atom 1.0 (RFC 4287). */
final class Atom {
    private Atom() {}

    static byte[] write(TopicFeed topic) {
        var feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setEncoding("UTF-8");
        feed.setTitle(topic.title());
        feed.setUri(topic.id());
        feed.setLinks(List.of(link("self", topic.self(".atom"), "application/atom+xml"),
                link("alternate", topic.home(), "text/html")));
        feed.setPublishedDate(Date.from(topic.updated()));
        feed.setEntries(topic.articles().stream().map(each -> entry(topic, each)).toList());
        try {
            return TopicFeeds.utf8(new SyndFeedOutput().outputString(feed));
        } catch (FeedException e) {
            throw new IllegalStateException("topic feed " + topic.tag() + " cannot be written", e);
        }
    }

    private static SyndEntry entry(TopicFeed topic, TaggedArticle tagged) {
        var article = tagged.article();
        var entry = new SyndEntryImpl();
        entry.setUri(TopicFeed.id(article));
        entry.setTitle(TopicFeed.title(article));
        entry.setLinks(List.of(link("alternate", topic.link(article), null)));
        entry.setPublishedDate(Date.from(article.eventTime()));
        entry.setUpdatedDate(Date.from(tagged.tagged()));
        var author = new SyndPersonImpl();
        author.setName(TopicFeed.clean(article.source().title()));
        entry.setAuthors(List.of(author));
        entry.setCategories(tagged.tags().stream().map(tag -> {
            var category = new SyndCategoryImpl();
            category.setName(tag.id());
            return (SyndCategory) category;
        }).toList());
        var summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(TopicFeed.summary(tagged));
        entry.setDescription(summary);
        return entry;
    }

    private static SyndLink link(String rel, String href, @Nullable String type) {
        var link = new SyndLinkImpl();
        link.setRel(rel);
        link.setHref(href);
        if (type != null) {
            link.setType(type);
        }
        return link;
    }
}
