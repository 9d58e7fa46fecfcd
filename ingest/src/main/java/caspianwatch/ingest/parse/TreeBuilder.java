package caspianwatch.ingest.parse;

import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalAddException;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a JDOM tree from events, of Woodstox or of jsoup. Prefixes are resolved here and not by the parser, because an
 * undeclared one ({@code <dc:creator>} without its xmlns) is common and harmless. What lies too deep, or is too much,
 * loses its tags and keeps its text.
 */
final class TreeBuilder {
    private static final int MAX_DEPTH = 190;
    private static final int MAX_ELEMENTS = 250_000;
    private static final int MAX_PREFIXES = 100;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"), Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("atom", "http://www.w3.org/2005/Atom"), Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("xml", "http://www.w3.org/XML/1998/namespace"));

    private final Deque<Element> open = new ArrayDeque<>();
    private final Deque<Map<String, String>> scopes = new ArrayDeque<>();
    private @Nullable Element root;
    private final Set<String> problems = new LinkedHashSet<>();
    private int elements;
    private int flattened;

    void start(String name, Map<String, String> attributes) {
        Map<String, String> scope = scope(attributes);
        if (flattened > 0 || open.size() >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
            flattened++;
            problems.add("too deep or too many elements: their text is kept");
            return;
        }
        var element = new Element(localOf(name), namespace(prefixOf(name), scope, true));
        attributes.forEach((key, value) -> attribute(element, key, value, scope));
        Element parent = open.peek();
        if (parent != null) {
            parent.addContent(element);
        } else if (root == null) {
            root = element;
        } else {
            root.addContent(element);
            problems.add("a second root element");
        }
        open.push(element);
        scopes.push(scope);
    }

    void text(String text) {
        Element parent = open.peek();
        if (parent != null && !text.isEmpty()) {
            String meant = Mojibake.undone(text);
            if (meant != null) {
                problems.add("UTF-8 encoded twice");
            }
            parent.addContent(new Text(legal(meant == null ? text : meant)));
        }
    }

    /** What had to be mended on the way, a phrase each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void end() {
        if (flattened > 0) {
            flattened--;
        } else {
            open.poll();
            scopes.poll();
        }
    }

    /** The tree, also of a document that broke off; null where there was no element. */
    @Nullable
    Document finish() {
        return root == null ? null : new Document(root);
    }

    private Map<String, String> scope(Map<String, String> attributes) {
        Map<String, String> outer = scopes.isEmpty() ? Map.of() : scopes.peek();
        Map<String, String> inner = null;
        for (var attribute : attributes.entrySet()) {
            String name = attribute.getKey();
            if ((name.equals("xmlns") || name.startsWith("xmlns:")) && outer.size() < MAX_PREFIXES) {
                if (inner == null) {
                    inner = new HashMap<>(outer);
                }
                inner.put(name.equals("xmlns") ? "" : name.substring(6), attribute.getValue().strip());
            }
        }
        return inner == null ? outer : inner;
    }

    private void attribute(Element element, String name, String value, Map<String, String> scope) {
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
            return;
        }
        try {
            String prefix = prefixOf(name);
            Namespace namespace = prefix.isEmpty() ? Namespace.NO_NAMESPACE : namespace(prefix, scope, false);
            element.setAttribute(new Attribute(localOf(name), legal(value), namespace));
        } catch (IllegalAddException e) {
            // two attributes of one name in one namespace, or a prefix that clashes with the element's: the first stays
        }
    }

    private Namespace namespace(String prefix, Map<String, String> scope, boolean ofElement) {
        String uri = prefix.equals("xml") ? null : scope.get(prefix);
        if (uri == null) {
            uri = prefix.isEmpty() ? "" : USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix);
            if (!prefix.isEmpty() && !prefix.equals("xml") && problems.size() < MAX_PREFIXES) {
                problems.add("undeclared prefix " + prefix);
            }
        }
        if (prefix.isEmpty() && uri.isEmpty()) {
            return Namespace.NO_NAMESPACE;
        }
        if ((!prefix.isEmpty() && uri.isEmpty()) || Verifier.checkNamespacePrefix(prefix) != null
                || Verifier.checkNamespaceURI(uri) != null) {
            return Namespace.NO_NAMESPACE;
        }
        try {
            return Namespace.getNamespace(prefix, uri);
        } catch (IllegalArgumentException e) {
            return ofElement ? Namespace.NO_NAMESPACE : Namespace.getNamespace("odd", "urn:undeclared:odd");
        }
    }

    private static String prefixOf(String name) {
        int colon = name.indexOf(':');
        return colon <= 0 ? "" : name.substring(0, colon);
    }

    private static String localOf(String name) {
        String local = name.substring(name.indexOf(':') + 1);
        if (Verifier.checkElementName(local) == null) {
            return local;
        }
        String cleaned = local.replaceAll("[^\\p{L}\\p{N}_.-]", "_");
        return Verifier.checkElementName(cleaned) == null ? cleaned : "_" + cleaned.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** Characters that XML allows; C1 controls are meant as windows-1252, which no publisher ever meant otherwise. */
    private String legal(String text) {
        StringBuilder cleaned = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean windows = c >= 0x80 && c <= 0x9F;
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean odd = windows || (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c >= 0xFFFE
                    || (Character.isSurrogate(c) && !pair);
            if (odd && cleaned == null) {
                cleaned = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (cleaned != null && windows) {
                cleaned.append(new String(new byte[]{(byte) c}, WINDOWS).replaceAll("[\\x80-\\x9f\\uFFFD]", ""));
            } else if (cleaned != null && !odd) {
                cleaned.append(c);
            }
            if (pair) {
                i++;
                if (cleaned != null) {
                    cleaned.append(text.charAt(i));
                }
            }
        }
        if (cleaned == null) {
            return text;
        }
        problems.add("control characters");
        return cleaned.toString();
    }
}
