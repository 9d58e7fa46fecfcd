package caspianwatch.app.newswire;

import caspianwatch.app.newswire.Edition.Entry;
import caspianwatch.app.newswire.Script.Outlet;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an outlet's feed in its dialect and charset. What the charset lacks becomes a character reference. */
final class FeedWriter {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String RSS1 = "http://purl.org/rss/1.0/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private final XMLStreamWriter xml;
    private final Edition edition;
    private final Outlet outlet;
    private final List<Entry> entries;

    private FeedWriter(XMLStreamWriter xml, Edition edition, Outlet outlet) {
        this.xml = xml;
        this.edition = edition;
        this.outlet = outlet;
        this.entries = edition.entries(outlet);
    }

    /** The document as it goes over the wire. */
    static byte[] write(Edition edition, Outlet outlet) {
        var bytes = new ByteArrayOutputStream();
        try {
            // The JDK's own, whatever else is on the class path: the demo's feeds must not change with a library.
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, outlet.charset().name());
            xml.writeStartDocument(outlet.charset().name(), "1.0");
            new FeedWriter(xml, edition, outlet).document();
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed " + outlet.id() + " cannot be written", e);
        }
    }

    static String contentType(Outlet outlet) {
        return switch (outlet.format()) {
            case RSS2 -> "application/rss+xml";
            case ATOM -> "application/atom+xml";
            case RDF -> "application/rdf+xml";
        } + "; charset=" + outlet.charset().name();
    }

    private void document() throws XMLStreamException {
        switch (outlet.format()) {
            case RSS2 -> rss2();
            case ATOM -> atom();
            case RDF -> rdf();
        }
    }

    private void rss2() throws XMLStreamException {
        xml.writeStartElement("rss");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("atom", ATOM);
        xml.writeStartElement("channel");
        element("title", outlet.title());
        element("link", edition.root() + "/");
        element("description", "Invented reports for the demonstration of Caspian Watch");
        element("language", outlet.language());
        xml.writeEmptyElement("atom", "link", ATOM);
        xml.writeAttribute("rel", "self");
        xml.writeAttribute("type", "application/rss+xml");
        xml.writeAttribute("href", edition.feedUrl(outlet));
        for (Entry entry : entries) {
            xml.writeStartElement("item");
            element("title", entry.report().title());
            element("link", entry.url());
            xml.writeStartElement("guid");
            xml.writeAttribute("isPermaLink", "false");
            xml.writeCharacters(guid(entry));
            xml.writeEndElement();
            if (!entry.report().text().isEmpty()) {
                element("description", Words.html(entry.report()));
            }
            for (String category : entry.report().categories()) {
                element("category", category);
            }
            creator(entry);
            element("pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.published().atOffset(ZoneOffset.UTC)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void atom() throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", outlet.language());
        element("id", "urn:newswire:" + outlet.id());
        element("title", outlet.title());
        element("updated",
                entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH).toString());
        link("self", edition.feedUrl(outlet));
        author(outlet.title());
        for (Entry entry : entries) {
            xml.writeStartElement("entry");
            element("id", guid(entry));
            element("title", entry.report().title());
            link("alternate", entry.url());
            element("published", entry.published().toString());
            element("updated", entry.updated().toString());
            String author = entry.report().author();
            if (author != null) {
                author(author);
            }
            for (String category : entry.report().categories()) {
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", category);
            }
            if (!entry.report().text().isEmpty()) {
                xml.writeStartElement("content");
                xml.writeAttribute("type", "html");
                xml.writeCharacters(Words.html(entry.report()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void rdf() throws XMLStreamException {
        xml.writeStartElement("rdf", "RDF", RDF);
        xml.writeNamespace("rdf", RDF);
        xml.writeDefaultNamespace(RSS1);
        xml.writeNamespace("dc", DC);
        xml.writeNamespace("content", CONTENT);
        xml.writeStartElement("channel");
        xml.writeAttribute("rdf", RDF, "about", edition.feedUrl(outlet));
        element("title", outlet.title());
        element("link", edition.root() + "/");
        element("description", "Invented reports for the demonstration of Caspian Watch");
        dc("language", outlet.language());
        xml.writeStartElement("items");
        xml.writeStartElement("rdf", "Seq", RDF);
        for (Entry entry : entries) {
            xml.writeEmptyElement("rdf", "li", RDF);
            xml.writeAttribute("rdf", RDF, "resource", entry.url());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        for (Entry entry : entries) {
            xml.writeStartElement("item");
            xml.writeAttribute("rdf", RDF, "about", entry.url());
            element("title", entry.report().title());
            element("link", entry.url());
            dc("identifier", guid(entry));
            if (!entry.report().text().isEmpty()) {
                xml.writeStartElement("content", "encoded", CONTENT);
                xml.writeCharacters(Words.html(entry.report()));
                xml.writeEndElement();
            }
            creator(entry);
            dc("date", entry.published().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String guid(Entry entry) {
        return "urn:newswire:" + entry.id();
    }

    private void creator(Entry entry) throws XMLStreamException {
        String author = entry.report().author();
        if (author != null) {
            dc("creator", author);
        }
    }

    private void author(String name) throws XMLStreamException {
        xml.writeStartElement("author");
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private void dc(String name, String text) throws XMLStreamException {
        xml.writeStartElement("dc", name, DC);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
