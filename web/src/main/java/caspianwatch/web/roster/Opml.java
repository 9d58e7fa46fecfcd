package caspianwatch.web.roster;

import caspianwatch.contract.Feed;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Lists of feeds as other readers keep them (OPML 2.0). What only we know of a feed stands in attributes of a namespace of
 * ours, so that a list that leaves us comes back whole; a folder whose name is a country code gives the country.
 */
public final class Opml {
    private static final String OURS = "https://caspianwatch.example/opml";
    private static final int MOST_FEEDS = 5_000;
    private static final int MOST_OUTLINES = 20_000;
    private static final int DEEPEST = 20;
    private static final List<String> KEPT = List.of("country", "language", "kind", "affiliation", "reliability",
            "interval", "enabled", "reason");

    private Opml() {}

    /** The feeds of a document in its order; nothing outside it is read, and a document type is refused. */
    static List<FeedFields> read(InputStream in) throws RosterException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing outside the document is read");
        });
        try {
            var xml = factory.createXMLStreamReader(in);
            try {
                return outlines(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new RosterException(400, "not an OPML document: " + message);
        }
    }

    private static List<FeedFields> outlines(XMLStreamReader xml) throws XMLStreamException, RosterException {
        var feeds = new ArrayList<FeedFields>();
        Deque<String> folders = new ArrayDeque<>();
        int outlines = 0;
        boolean opml = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new RosterException(400, "a document type is not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    opml |= xml.getLocalName().equals("opml");
                    if (xml.getLocalName().equals("outline")) {
                        if (++outlines > MOST_OUTLINES || folders.size() >= DEEPEST) {
                            throw new RosterException(400, "more than " + MOST_OUTLINES + " outlines, or more than "
                                    + DEEPEST + " folders in one another");
                        }
                        String url = attribute(xml, "xmlUrl");
                        if (url != null) {
                            feeds.add(feed(xml, url, folders));
                        }
                        if (feeds.size() > MOST_FEEDS) {
                            throw new RosterException(400, "more than " + MOST_FEEDS + " feeds");
                        }
                        folders.push(String.valueOf(attribute(xml, "text")));
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("outline")) {
                        folders.pop();
                    }
                }
                default -> {
                    // text and comments say nothing of feeds
                }
            }
        }
        if (!opml) {
            throw new RosterException(400, "not an OPML document: no opml element");
        }
        return feeds;
    }

    private static FeedFields feed(XMLStreamReader xml, String url, Deque<String> folders) {
        var values = new LinkedHashMap<String, String>();
        values.put("url", url);
        String title = attribute(xml, "title") == null ? attribute(xml, "text") : attribute(xml, "title");
        if (title != null) {
            values.put("title", title.replaceAll("\\p{Cntrl}+", " ").strip());
        }
        folders.stream().filter(folder -> folder.matches("[A-Za-z]{2}")).findFirst()
                .ifPresent(country -> values.put("country", country));
        for (String name : KEPT) {
            String value = xml.getAttributeValue(OURS, name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new FeedFields(values);
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equalsIgnoreCase(name)) {
                String value = xml.getAttributeValue(i);
                return value.isBlank() ? null : value;
            }
        }
        return null;
    }

    /** Writes feeds in folders by country. */
    public static void write(Collection<Feed> feeds, OutputStream out) throws XMLStreamException {
        var byCountry = new TreeMap<String, List<Feed>>();
        feeds.forEach(feed -> byCountry.computeIfAbsent(feed.country(), _ -> new ArrayList<>()).add(feed));
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("cw", OURS);
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters("Feeds of Caspian Watch");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("body");
        for (var folder : byCountry.entrySet()) {
            xml.writeStartElement("outline");
            xml.writeAttribute("text", folder.getKey());
            for (Feed feed : folder.getValue()) {
                outline(xml, feed);
            }
            xml.writeEndElement();
        }
        xml.writeEndDocument();
        xml.flush();
    }

    private static void outline(XMLStreamWriter xml, Feed feed) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", legal(feed.title()));
        xml.writeAttribute("title", legal(feed.title()));
        xml.writeAttribute("xmlUrl", feed.url().toString());
        for (var each : kept(feed).entrySet()) {
            xml.writeAttribute("cw", OURS, each.getKey(), legal(each.getValue()));
        }
    }

    /** What only we know of a feed, by the names of {@link FeedFields}. */
    static Map<String, String> kept(Feed feed) {
        var kept = new LinkedHashMap<String, String>();
        kept.put("country", feed.country());
        kept.put("kind", feed.kind().name().toLowerCase(Locale.ROOT));
        kept.put("reliability", feed.reliability().name());
        kept.put("interval", feed.interval().toSeconds() + "s");
        kept.put("enabled", feed.enabled() ? "yes" : "no");
        if (feed.language() != null) {
            kept.put("language", feed.language());
        }
        if (feed.affiliation() != null) {
            kept.put("affiliation", feed.affiliation());
        }
        if (feed.disabledReason() != null) {
            kept.put("reason", feed.disabledReason());
        }
        return kept;
    }

    /** Without what no XML document may hold. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
