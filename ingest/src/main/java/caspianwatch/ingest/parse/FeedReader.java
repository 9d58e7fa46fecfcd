package caspianwatch.ingest.parse;

import caspianwatch.ingest.parse.ParseResult.Parsed;
import caspianwatch.ingest.parse.ParseResult.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;
import org.jdom2.Document;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads one feed document; pure, thread-safe, and the same answer for the same bytes. */
public final class FeedReader {
    /** Decoded bytes that are read at most. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_ADDRESS = 2_000;
    private static final Pattern NOT_OF_THE_WEB = Pattern.compile("(?is)(?!https?:)[a-z][a-z0-9+.-]*:.*");

    private static final Pattern PAGE = Pattern.compile("<!doctype\\s+html\\b", Pattern.CASE_INSENSITIVE);
    /** A page may leave out its outermost tags (HTML, section 13.1.2.4). */
    private static final Set<String> OF_A_PAGE = Set.of("head", "body", "title", "meta", "link", "base", "script",
            "style");

    private FeedReader() {}

    /** Reads the bytes; {@code url} is what relative links are relative to. Never throws on what a publisher can write. */
    public static ParseResult read(byte[] bytes, @Nullable String contentType, @Nullable URI url) {
        byte[] body = bytes;
        var problems = new ArrayList<String>();
        if (body.length > 2 && body[0] == 0x1F && (body[1] & 0xFF) == 0x8B) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = gzip.readNBytes(MAX_BYTES + 1);
                problems.add("gzip without saying so");
            } catch (IOException e) {
                return new Refused("broken gzip", List.of());
            }
        }
        if (body.length > MAX_BYTES) {
            return new Refused("more than " + MAX_BYTES + " bytes", List.of());
        }
        var decoded = DecodedText.of(body, contentType);
        problems.addAll(decoded.problems());
        String text = decoded.text();
        if (text.isBlank()) {
            return new Refused("an empty document", List.of());
        }
        String base = url == null ? null : url.toString();
        String start = text.replaceFirst("^[\\uFEFF\\s]+", "");
        return start.startsWith("{") ? JsonFeedReader.read(start, base, problems) : xml(text, base, problems);
    }

    private static ParseResult xml(String text, @Nullable String url, List<String> problems) {
        var prolog = Prolog.cutFrom(text);
        problems.addAll(prolog.problems());
        String body = prolog.body();
        if (body.isEmpty()) {
            return new Refused("no markup in it", List.of());
        }
        if (body.regionMatches(true, 0, "<html", 0, 5)) {
            return page(text, url);
        }
        Document tree = tree(NamedEntities.resolved(body, prolog.entities()), problems);
        ParsedDocument document = tree == null ? null : LenientReader.read(tree, url, problems);
        if (tree == null || document == null) {
            String before = text.substring(0, text.length() - body.length());
            if (PAGE.matcher(before).find()
                    || (tree != null && OF_A_PAGE.contains(tree.getRootElement().getName().toLowerCase(Locale.ROOT)))) {
                return page(text, url);
            }
            String root = tree == null ? "?" : tree.getRootElement().getName();
            return new Refused("not a feed: its root element is <" + root + ">", List.of());
        }
        // Rome has no limits of its own: 200,000 items would take it longer than a poll has
        boolean tooMany = document.entries().size() >= LenientReader.MAX_ENTRIES;
        return new Parsed(tooMany || !RomeReader.bears(tree) ? document : RomeReader.fill(document, tree));
    }

    private static @Nullable Document tree(String body, List<String> problems) {
        try {
            return WoodstoxTree.of(body, problems);
        } catch (XMLStreamException | RuntimeException first) {
            String mended = MarkupRepair.repaired(body);
            try {
                Document repaired = WoodstoxTree.of(mended, problems);
                problems.add("characters repaired: " + firstLine(first));
                return repaired;
            } catch (XMLStreamException | RuntimeException second) {
                problems.add("ill-formed: " + firstLine(second));
                if (breaksOff(body)) {
                    problems.add(ParsedDocument.BREAKS_OFF);
                }
                return JsoupTree.of(mended, problems);
            }
        }
    }

    /** Whether the document breaks off within an entry, which is then only a part of what the publisher wrote. */
    private static boolean breaksOff(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        int closed = Math.max(lower.lastIndexOf("</item"), lower.lastIndexOf("</entry"));
        return List.of("<item>", "<item ", "<entry>", "<entry ").stream().mapToInt(lower::lastIndexOf).max()
                .orElse(-1) > closed;
    }

    private static ParseResult page(String text, @Nullable String url) {
        var announced = Jsoup.parse(text, url == null ? "" : url).select("link[rel~=(?i)\\balternate\\b][href]")
                .stream()
                .filter(link -> link.attr("type").strip().toLowerCase(Locale.ROOT)
                        .matches("application/(rss\\+xml|atom\\+xml|rdf\\+xml|feed\\+json|json)|text/xml"))
                .map(link -> link.absUrl("href").isEmpty() ? link.attr("href") : link.absUrl("href"))
                .filter(address -> address.length() <= LONGEST_ADDRESS && !NOT_OF_THE_WEB.matcher(address).matches())
                .distinct()
                .limit(20)
                .toList();
        return new Refused("an HTML page instead of a feed", announced);
    }

    private static String firstLine(Throwable error) {
        Throwable cause = error.getCause() == null ? error : error.getCause();
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return message.length() > 120 ? message.substring(0, 120) : message;
    }
}
