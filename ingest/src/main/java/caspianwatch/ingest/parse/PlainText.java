package caspianwatch.ingest.parse;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Plain text of what publishers write: paragraphs are kept, everything that runs, frames or measures is gone. */
public final class PlainText {
    private static final Set<String> UNREAD = Set.of("script", "style", "noscript", "iframe", "object", "embed", "form",
            "template", "svg", "head", "button", "select", "textarea");
    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "ul", "ol", "li", "table", "tr", "blockquote",
            "pre", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "aside", "figure",
            "figcaption", "hr", "dl", "dt", "dd", "main", "nav", "address", "center");
    private static final int DEPTH = 500;
    private static final char NO_BREAK = '\u00A0';

    private PlainText() {}

    /** One line of at most {@code limit} code units. */
    public static String line(Markup markup, int limit) {
        String text = onOneLine(of(markup));
        return text.length() <= limit ? text : text.substring(0, boundary(text, limit)).strip();
    }

    /** The whole text, paragraphs separated by a blank line. */
    public static String of(Markup markup) {
        String text = switch (markup.kind()) {
            case PLAIN -> markup.value().replace("\r\n", "\n").replace('\r', '\n');
            case HTML -> rendered(markup.value());
        };
        return Boilerplate.cutFrom(tidy(text));
    }

    /** One space where there are blanks, none around line ends, and at most one empty line between two that are not. */
    private static String tidy(String text) {
        var out = new StringBuilder(text.length());
        boolean blank = false;
        int lineEnds = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineEnds++;
            } else if (c == ' ' || c == '\t' || c == NO_BREAK) {
                blank = true;
            } else if (!reorders(c)) {
                if (lineEnds > 0) {
                    out.append(lineEnds == 1 ? "\n" : "\n\n");
                } else if (blank) {
                    out.append(' ');
                }
                out.append(c);
                blank = false;
                lineEnds = 0;
            }
        }
        return out.toString().strip();
    }

    private static String onOneLine(String text) {
        var out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (space(c) || c == NO_BREAK) {
                blank = true;
            } else {
                out.append(blank ? " " : "").append(c);
                blank = false;
            }
        }
        return out.toString().strip();
    }

    /** White space as HTML has it, and the vertical tab. */
    private static boolean space(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /** Characters that reorder what follows on a page, and NUL. */
    private static boolean reorders(char c) {
        return c == 0 || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069') || c == '\uFEFF';
    }

    /** The longest beginning of at most so many bytes of UTF-8 that cuts no character in two. */
    public static String capped(String text, int bytes) {
        if (text.length() * 3L <= bytes || text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used + size > bytes) {
                break;
            }
            used += size;
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    private static int boundary(String text, int limit) {
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    private static String rendered(String html) {
        var out = new StringBuilder(html.length());
        var document = Jsoup.parse(html, "", org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEPTH));
        NodeTraversor.traverse(new Renderer(out), document.body());
        return out.toString();
    }

    private static final class Renderer implements NodeVisitor {
        private final StringBuilder out;
        private int unread;

        Renderer(StringBuilder out) {
            this.out = out;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && unread == 0) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (UNREAD.contains(name)) {
                    unread++;
                } else if (name.equals("br")) {
                    out.append('\n');
                } else if (PARAGRAPHS.contains(name)) {
                    out.append("\n\n");
                } else if (name.equals("td") || name.equals("th")) {
                    out.append(' ');
                }
            }
        }

        private void append(String text) {
            boolean blank = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!space(c)) {
                    out.append(c);
                } else if (!blank) {
                    out.append(' ');
                }
                blank = space(c);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (UNREAD.contains(element.normalName())) {
                    unread--;
                } else if (PARAGRAPHS.contains(element.normalName())) {
                    out.append("\n\n");
                }
            }
        }
    }
}
