package caspianwatch.ingest.parse;

import java.util.Locale;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.CDATA;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** The names, texts and bases of a tree, as lenient as the feeds are: by local name in lower case and kind of namespace. */
final class Tree {
    private static final Map<String, String> KINDS = Map.of("purl.org/dc/elements", "dc:", "purl.org/dc/terms",
            "dcterms:", "purl.org/rss/1.0/modules/content", "content:", "search.yahoo.com/mrss", "media:",
            "itunes.com/dtds", "itunes:", "www.w3.org/1999/xhtml", "xhtml:", "22-rdf-syntax-ns", "rdf:",
            "rssnamespace.org/feedburner", "feedburner:");

    private Tree() {}

    /** Such as {@code title}, {@code dc:title}, {@code atom:link}, {@code media:content}; another vocabulary's has its prefix. */
    static String name(Element element) {
        String local = element.getName().toLowerCase(Locale.ROOT);
        String uri = element.getNamespaceURI().toLowerCase(Locale.ROOT);
        if (isAtom(uri)) {
            return inAtom(element) ? local : "atom:" + local;
        }
        for (var kind : KINDS.entrySet()) {
            if (uri.contains(kind.getKey())) {
                return kind.getValue() + local;
            }
        }
        boolean core = element.getNamespacePrefix().isEmpty()
                || (uri.contains("purl.org/rss/1.0/") && !uri.contains("modules"))
                || uri.contains("purl.org/net/rss1.1") || uri.contains("netscape.com/rdf")
                || uri.contains("userland.com/rss")
                || uri.equals(rootOf(element).getNamespaceURI().toLowerCase(Locale.ROOT));
        return core ? local : element.getNamespacePrefix().toLowerCase(Locale.ROOT) + ":" + local;
    }

    /** The attribute in no namespace, whatever the case of its name; stripped, null where absent or blank. */
    static @Nullable String attribute(Element element, String name) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().equalsIgnoreCase(name)
                    && (attribute.getNamespace().equals(Namespace.NO_NAMESPACE) || name.equals("about")
                            || name.equals("resource"))) {
                return attribute.getValue().isBlank() ? null : attribute.getValue().strip();
            }
        }
        return null;
    }

    /** The nearest xml:lang. */
    static @Nullable String language(Element element) {
        for (Element e = element; e != null; e = e.getParentElement()) {
            String lang = e.getAttributeValue("lang", Namespace.XML_NAMESPACE);
            lang = lang == null ? e.getAttributeValue("lang") : lang;
            if (lang != null) {
                return lang.isBlank() ? null : lang.strip();
            }
        }
        return null;
    }

    /** The base of relative links here: every xml:base on the way from the document's own address. */
    static @Nullable String base(Element element, @Nullable String document) {
        Element parent = element.getParentElement();
        String outer = parent == null ? document : base(parent, document);
        String own = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
        return own == null || own.isBlank() ? outer : Links.absolute(own, outer);
    }

    /** The text of the element and everything in it, stripped; null where blank. */
    static @Nullable String text(@Nullable Element element) {
        if (element == null) {
            return null;
        }
        String text = element.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    static boolean hasElements(Element element) {
        return !element.getChildren().isEmpty();
    }

    /** What stands in the element, as HTML. */
    static String inner(Element element) {
        var out = new StringBuilder();
        for (Content content : element.getContent()) {
            write(content, out);
        }
        return out.toString().strip();
    }

    private static void write(Content content, StringBuilder out) {
        if (content instanceof CDATA || content instanceof Text) {
            out.append(Entities.escape(content.getValue()));
        } else if (content instanceof Element element) {
            out.append('<').append(element.getName());
            for (Attribute attribute : element.getAttributes()) {
                if (attribute.getNamespacePrefix().isEmpty()) {
                    out.append(' ').append(attribute.getName()).append("=\"").append(
                            attribute.getValue().replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                            .append('"');
                }
            }
            out.append('>');
            element.getContent().forEach(each -> write(each, out));
            if (!element.getContent().isEmpty() || !element.getName().matches("(?i)br|img|hr|wbr|input")) {
                out.append("</").append(element.getName()).append('>');
            }
        }
    }

    private static boolean inAtom(Element element) {
        String root = rootOf(element).getName();
        return root.equalsIgnoreCase("feed") || root.equalsIgnoreCase("entry");
    }

    private static boolean isAtom(String uri) {
        return uri.startsWith("http://www.w3.org/2005/atom") || uri.startsWith("http://purl.org/atom/ns");
    }

    private static Element rootOf(Element element) {
        Element e = element;
        while (e.getParentElement() != null) {
            e = e.getParentElement();
        }
        return e;
    }
}
