package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedEntry.Enclosure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** One entry of a tree, each field by the names under which it is met. */
final class EntryReader {
    private EntryReader() {}

    static ParsedEntry read(Element item, @Nullable String document) {
        var fields = new Fields(item.getChildren(), document);
        var group = fields.all("media:group").stream().findFirst().map(each -> new Fields(each.getChildren(), document))
                .orElse(fields);
        Markup title = first(fields.markup("title", "dc:title", "atom:title", "itunes:title", "media:title"),
                group.markup("media:title"));
        List<Enclosure> enclosures = fields.enclosures();
        String id = id(fields, item);
        String link = link(fields, item, enclosures);
        Markup content = first(fields.markup("content:encoded", "content", "atom:content", "xhtml:body", "body",
                "xhtml:div", "fullitem", "content:item"), null);
        Markup summary = first(
                fields.markup("description", "summary", "dc:description", "atom:summary", "abstract", "itunes:summary",
                        "itunes:subtitle", "media:description"),
                group.markup("media:description"));
        Instant published = fields.date("pubdate", "published", "issued", "dcterms:issued", "atom:published", "dc:date",
                "dcterms:created",
                "created", "date");
        Instant updated = fields.date("updated", "modified", "dcterms:modified", "dc:date", "atom:updated", "lastmod");
        var people = fields.persons("author", "atom:author", "dc:creator", "dc:author", "itunes:author");
        String language = fields.text("language", "dc:language");
        String base = Tree.base(item, document);
        Element body = fields.all("content", "summary", "description").stream().findFirst().orElse(null);
        return new ParsedEntry(id, link, title, summary, content, published, updated, people, fields.categories(),
                enclosures, language == null ? Tree.language(item) : language,
                body == null ? base : Tree.base(body, document == null ? link : document));
    }

    private static @Nullable String id(Fields fields, Element item) {
        for (Element element : fields.all("id", "guid", "atom:id")) {
            String text = Tree.text(element);
            if (text != null) {
                boolean address = Tree.name(element).endsWith("id") && !Tree.name(element).equals("guid");
                return address ? fields.absolute(text, element) : text;
            }
        }
        String about = Tree.attribute(item, "about");
        return about == null ? fields.text("dc:identifier") : about;
    }

    private static @Nullable String link(Fields fields, Element item, List<Enclosure> enclosures) {
        String original = fields.text("feedburner:origlink");
        String link = original == null ? fields.link() : original;
        if (link != null) {
            return link;
        }
        for (Element guid : fields.all("guid")) {
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
