package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParsedDocument.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Our reader of RSS in every version, RDF, Atom and CDF. It asks for a root that a feed has, or for an entry somewhere. */
final class LenientReader {
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
    private static final Set<String> CLOSED = Set.of("image", "textinput", "source", "author");
    static final int MAX_ENTRIES = 2_000;

    private LenientReader() {}

    /** The feed; null where the tree holds none. */
    static @Nullable ParsedDocument read(Document tree, @Nullable String url, List<String> problems) {
        Element root = tree.getRootElement();
        var items = new ArrayList<Element>();
        collect(root, items);
        String rootName = root.getName().toLowerCase(Locale.ROOT);
        if (items.isEmpty() && !ROOTS.contains(rootName)) {
            return null;
        }
        Element channel = channel(root);
        var children = new ArrayList<>(channel.getChildren());
        if (!channel.equals(root)) {
            children.addAll(root.getChildren());
        }
        children.removeIf(child -> isEntry(child) || child.equals(channel));
        var fields = new Fields(children, url);
        String id = fields.id();
        String link = link(fields, channel, id, url);
        // a relative link without any xml:base is meant from the site's front page more often than from where the feed lies
        String base = link != null && link.startsWith("http") ? link : url;
        if (items.size() > MAX_ENTRIES) {
            problems.add("entries beyond " + MAX_ENTRIES + " left out");
        }
        var authors = fields.persons("author", "managingeditor", "dc:creator", "dc:author", "itunes:author",
                "webmaster");
        List<Person> inherited = rootName.equals("feed") ? authors : List.of();
        List<ParsedEntry> entries = items.stream().limit(MAX_ENTRIES)
                .map(item -> EntryReader.read(item, base, inherited, link))
                .toList();
        EntryProblems.of(entries, items, problems);
        String language = fields.text("language", "dc:language");
        Markup title = fields.markup("title", "dc:title", "itunes:title", "media:title");
        return new ParsedDocument(format(root, rootName),
                title == null ? address(url == null ? link : url) : title, link,
                fields.markup("description", "subtitle", "tagline", "dc:description", "itunes:summary",
                        "itunes:subtitle", "abstract", "summary", "info"),
                id == null ? fields.text("dc:identifier") : id, language == null ? language(channel) : language,
                fields.date("pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created",
                        "created"),
                updated(fields, channel),
                authors, fields.categories(), entries, problems, Pace.of(fields));
    }

    private static @Nullable Markup address(@Nullable String address) {
        return address == null ? null : Markup.plain(address);
    }

    static boolean isEntry(Element element) {
        String name = element.getName().toLowerCase(Locale.ROOT);
        return (name.equals("item") || name.equals("entry")) && !Tree.name(element).contains(":");
    }

    private static void collect(Element from, List<Element> items) {
        if (isEntry(from)) {
            items.add(from);
        } else if (!CLOSED.contains(from.getName().toLowerCase(Locale.ROOT))) {
            from.getChildren().forEach(child -> collect(child, items));
        }
    }

    private static Element channel(Element root) {
        for (Element child : root.getChildren()) {
            if (child.getName().equalsIgnoreCase("channel") || child.getName().equalsIgnoreCase("feed")) {
                return child;
            }
        }
        return root;
    }

    /** The site: as named, else an id that is an address, else where the feed itself lies. */
    private static @Nullable String link(Fields fields, Element channel, @Nullable String id, @Nullable String url) {
        String link = fields.link();
        if (link == null && Tree.attribute(channel, "href") != null) {
            link = fields.absolute(Tree.attribute(channel, "href"), channel);
        }
        if (link == null && id != null && id.toLowerCase(Locale.ROOT).matches("https?://\\S+")) {
            return id;
        }
        return link == null ? url : link;
    }

    private static @Nullable Instant updated(Fields fields, Element channel) {
        Instant updated = fields.date("lastbuilddate", "updated", "modified", "dcterms:modified", "dc:date");
        return updated == null ? FeedDates.parse(Tree.attribute(channel, "lastmod")) : updated;
    }

    private static @Nullable String language(Element channel) {
        String here = Tree.language(channel);
        Element root = channel.getParentElement();
        return here == null && root != null ? Tree.language(root) : here;
    }

    private static String format(Element root, String rootName) {
        String version = Tree.attribute(root, "version");
        return switch (rootName) {
            case "rss" -> version == null ? "rss" : "rss " + version;
            case "rdf" -> "rdf";
            case "feed", "entry" -> root.getNamespaceURI().contains("purl.org/atom") ? "atom 0.3" : "atom";
            case "channel" -> root.getNamespaceURI().contains("rss1.1") ? "rss 1.1" : "cdf";
            default -> "odd";
        };
    }
}
