package caspianwatch.ingest.parse;

import java.util.LinkedHashMap;
import java.util.List;
import org.jdom2.Document;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** What stays ill-formed, read as a browser would: unclosed elements end where their parent ends. */
final class JsoupTree {
    private static final int DEPTH = 500;

    private JsoupTree() {}

    static @Nullable Document of(String markup, List<String> problems) {
        var tree = new TreeBuilder();
        var document = Jsoup.parse(markup, "", Parser.xmlParser().setMaxDepth(DEPTH));
        NodeTraversor.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element && depth > 0) {
                    var attributes = new LinkedHashMap<String, String>();
                    element.attributes().forEach(each -> attributes.put(each.getKey(), each.getValue()));
                    tree.start(element.tagName(), attributes);
                } else if (node instanceof TextNode text) {
                    tree.text(text.getWholeText());
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element && depth > 0) {
                    tree.end();
                }
            }
        }, document);
        problems.addAll(tree.problems());
        return tree.finish();
    }
}
