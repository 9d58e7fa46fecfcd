package caspianwatch.ingest.parse;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jdom2.Document;
import org.jspecify.annotations.Nullable;

/**
 * Well-formed markup to a tree. No DTD, nothing outside the document.
 *
 * <p>Not the JDK's parser: since JDK 24 its limits refuse an ordinary feed of 2 MB of escaped HTML (every escaped angle bracket
 * counts as an entity).
 */
final class WoodstoxTree {
    private static final int ATTRIBUTES = 1_000;
    private static final int ATTRIBUTE_CHARS = 1_000_000;
    private static final int DEPTH = 10_000;

    /** Made once: a factory is costly, shared by threads once it is set up, and keeps the names it has met. */
    private static final XMLInputFactory FACTORY = factory();

    private WoodstoxTree() {}

    /** The tree; what had to be mended on the way is added to the problems. */
    static @Nullable Document of(String markup, List<String> problems) throws XMLStreamException {
        var tree = new TreeBuilder();
        XMLStreamReader events = FACTORY
                .createXMLStreamReader(new StringReader(markup));
        try {
            while (events.hasNext()) {
                switch (events.next()) {
                    case XMLStreamConstants.START_ELEMENT -> tree.start(events.getLocalName(), attributes(events));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.text(events.getText());
                    case XMLStreamConstants.END_ELEMENT -> tree.end();
                    default -> {
                    }
                }
            }
        } finally {
            events.close();
        }
        problems.addAll(tree.problems());
        return tree.finish();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = woodstox();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_CHARS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        return factory;
    }

    /** By service look-up, for another library's factory may stand before it, and the JDK's own is no substitute. */
    private static XMLInputFactory woodstox() {
        return ServiceLoader.load(XMLInputFactory.class, WoodstoxTree.class.getClassLoader()).stream()
                .filter(provider -> provider.type().getName().startsWith("com.ctc.wstx")).findFirst().orElseThrow()
                .get();
    }

    private static Map<String, String> attributes(XMLStreamReader events) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < events.getAttributeCount(); i++) {
            attributes.put(events.getAttributeLocalName(i), events.getAttributeValue(i));
        }
        return attributes;
    }
}
