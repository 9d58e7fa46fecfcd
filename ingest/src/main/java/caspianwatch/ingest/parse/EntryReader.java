package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedDocument.Person;
import caspianwatch.ingest.parse.ParsedEntry.Enclosure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** One entry of a tree, each field by the names under which it is met. */
final class EntryReader {
    private EntryReader() {}

    /**
     * @param inherited the writers of the feed, who wrote the entries that name nobody else
     * @param site the page of the feed, which stands for the entries that have none
     */
    static ParsedEntry read(Element item, @Nullable String document, List<Person> inherited, @Nullable String site) {
        var fields = new Fields(item.getChildren(), document);
        var group = fields.all("media:group").stream().findFirst().map(each -> new Fields(each.getChildren(), document))
                .orElse(fields);
        Markup content = fields.markup("content:encoded", "content", "xhtml:body", "body", "xhtml:div", "fullitem",
                "content:item");
        Markup description = fields.markup("description");
        Markup summary = fields.markup("summary");
        if (content == null && summary != null && description != null) {
            content = description;
        } else if (description != null) {
            summary = description;
        }
        summary = first(summary, first(fields.markup("dc:description", "abstract", "itunes:summary", "itunes:subtitle",
                "media:description"), group.markup("media:description")));
        Markup title = first(fields.markup("title", "dc:title", "itunes:title", "media:title"),
                group.markup("media:title"));
        List<Enclosure> enclosures = fields.enclosures();
        var people = fields.persons("author", "dc:creator", "dc:author", "itunes:author");
        String language = fields.text("language", "dc:language");
        String link = link(fields, item, enclosures);
        return new ParsedEntry(id(fields, item), link == null ? site : link,
                title == null ? Titles.from(link, summary, content) : title,
                summary, content, published(fields), updated(fields, item), people.isEmpty() ? inherited : people,
                fields.categories(), enclosures, language == null ? Tree.language(item) : language);
    }

    private static @Nullable Instant published(Fields fields) {
        return fields.date("pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created",
                "date");
    }

    private static @Nullable Instant updated(Fields fields, Element item) {
        Instant updated = fields.date("updated", "modified", "dcterms:modified", "dc:date", "lastmod");
        return updated == null ? FeedDates.parse(Tree.attribute(item, "lastmod")) : updated;
    }

    private static @Nullable String id(Fields fields, Element item) {
        String id = fields.id();
        String about = id == null ? Tree.attribute(item, "about") : id;
        return about == null ? fields.text("dc:identifier") : about;
    }

    private static @Nullable String link(Fields fields, Element item, List<Enclosure> enclosures) {
        String original = fields.text("feedburner:origlink");
        String link = original == null ? fields.link() : original;
        if (link != null) {
            return link;
        }
        for (Element guid : fields.all("guid", "id")) {
            String text = Tree.text(guid);
            boolean permalink = !"false".equalsIgnoreCase(Tree.attribute(guid, "isPermaLink"));
            if (text != null && permalink && text.toLowerCase(Locale.ROOT).matches("https?://\\S+")) {
                return text;
            }
        }
        String own = Tree.attribute(item, "about");
        own = own == null ? Tree.attribute(item, "href") : own;
        if (own != null) {
            return fields.absolute(own, item);
        }
        return enclosures.isEmpty() ? null : enclosures.getFirst().url();
    }

    private static @Nullable Markup first(@Nullable Markup one, @Nullable Markup other) {
        return one == null ? other : one;
    }
}
