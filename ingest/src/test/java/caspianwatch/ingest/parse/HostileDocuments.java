package caspianwatch.ingest.parse;

import caspianwatch.contract.Feed;
import caspianwatch.ingest.entries.Drafts;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents that were made to hurt, by what they have too much of; made one at a time, for they are large. */
final class HostileDocuments {
    private static final int KEPT = 120;
    private static final int MANY = 200_000;
    /** What patterns that look back, or look for an end, have to try at every place anew. */
    private static final List<String> FILLERS = List.of(" ", "\u00A0", "\n", "x", "x ", "Т", "ا", "é", "1", "1-", "12:",
            "(", "[", "()", "a@", "a.", "@", ",", ";", "%", "'", "http://", "/", "&lt;", "&lt;a ", "&amp;", "&amp;a",
            "The post ", "charset=", "Mon, ");

    private static final URI URL = URI.create("https://harbour.example/feed.xml");
    private static final Feed FEED = new Feed(Feed.idOf(URL), URL, "Harbour", "AZ", "en", Feed.Kind.TRADE, null,
            Feed.Reliability.B, Duration.ofMinutes(10), true, null);

    private HostileDocuments() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        nested(all);
        repeated(all);
        endless(all);
        entities(all);
        put(all, "children of a channel", () -> "<rss><channel>" + "<a/>".repeat(1_000_000) + "</channel></rss>");
        put(all, "items",
                () -> "<rss><channel>" + "<item><title>x</title></item>".repeat(200_000) + "</channel></rss>");
        put(all, "attributes", () -> feed("<a " + numbered(50_000, "a", "=''") + "/>"));
        put(all, "prefixes", () -> "<rss " + numbered(900, "xmlns:p", "='u'") + "><channel>"
                + "<a xmlns:b='c'/>".repeat(400_000) + "</channel></rss>");
        put(all, "ampersands", () -> feed("&".repeat(3_000_000)));
        put(all, "less-than signs", () -> feed("<".repeat(3_000_000)));
        put(all, "a long name", () -> "<rss><channel><" + "a".repeat(3_000_000) + "/></channel></rss>");
        put(all, "a long title", () -> feed("<title>" + "x &lt;b ".repeat(1_000_000) + "</title>"));
        put(all, "a long date", () -> feed("<pubDate>" + "1 ".repeat(1_000_000) + "</pubDate>"));
        return all;
    }

    private static void nested(Map<String, Supplier<byte[]>> all) {
        put(all, "depth", () -> feed("<a>".repeat(300_000)));
        put(all, "closed depth", () -> feed("<a>".repeat(100_000) + "</a>".repeat(100_000)));
        put(all, "outlines in one another", () -> "<opml><body>" + "<outline>".repeat(100_000));
        put(all, "divisions in a text",
                () -> feed("<description>" + "&lt;div&gt;".repeat(100_000) + "</description>"));
        put(all, "divisions in a section", () -> feed("<description><![CDATA[" + "<div>".repeat(100_000)
                + "]]></description>"));
        put(all, "formatting in one another", () -> feed("<description><![CDATA["
                + "<b><i><table><a href=x>".repeat(20_000) + "]]></description>"));
        put(all, "divisions of a page", () -> "<html><body>" + "<div>".repeat(100_000));
        put(all, "brackets of JSON", () -> "{\"items\":" + "[".repeat(1_000_000));
        put(all, "objects of JSON", () -> "{\"items\":[" + "{\"a\":".repeat(500_000));
    }

    private static void repeated(Map<String, Supplier<byte[]>> all) {
        for (String filler : FILLERS) {
            String name = filler.strip().isEmpty() ? "U+%04X".formatted((int) filler.charAt(0)) : filler.strip();
            put(all, "fields of nothing but " + name + (filler.endsWith(" ") ? " and blanks" : ""), () -> {
                String much = filler.repeat(MANY / filler.length());
                return "<rss><channel><title>" + much + "</title><language>" + much + "</language><link>" + much
                        + "</link><ttl>" + much + "</ttl><item><title>" + much + "</title><author>" + much
                        + "</author><pubDate>" + much + "</pubDate><guid>" + much + "</guid><link>" + much
                        + "</link><category>" + much + "</category><description>&lt;p&gt;" + much
                        + "</description><enclosure url='" + much.replace("'", "") + "' type='a' length='1'/></item>"
                        + "</channel></rss>";
            });
            put(all, "members of nothing but " + name + (filler.endsWith(" ") ? " and blanks" : ""), () -> {
                String much = filler.repeat(MANY / filler.length()).replace("\n", "\\n");
                return "{\"version\":\"" + much + "\",\"title\":\"" + much + "\",\"home_page_url\":\"" + much
                        + "\",\"items\":[{\"id\":\"" + much + "\",\"url\":\"" + much + "\",\"content_html\":\"" + much
                        + "\",\"date_published\":\"" + much + "\",\"authors\":[{\"name\":\"" + much + "\"}]}]}";
            });
        }
    }

    private static void endless(Map<String, Supplier<byte[]>> all) {
        put(all, "comments without an end", () -> "<!-- >".repeat(1_000_000));
        put(all, "instructions without an end", () -> "<?x >".repeat(1_000_000));
        put(all, "doctypes", () -> "<!DOCTYPE a ]>".repeat(500_000));
        put(all, "open doctypes", () -> "<!DOCTYPE a [".repeat(500_000) + ">");
        put(all, "sections", () -> feed("<![CDATA[".repeat(500_000)));
        put(all, "sections before a reference", () -> feed("<![CDATA[x]]>".repeat(500_000) + "&nbsp;"));
    }

    private static void entities(Map<String, Supplier<byte[]>> all) {
        put(all, "a billion laughs", () -> laughs() + feed("<description>&l9;</description>"));
        put(all, "a billion laughs in UTF-16", StandardCharsets.UTF_16,
                () -> laughs() + feed("<description>&l9;</description>"));
        put(all, "a billion laughs in an attribute",
                () -> laughs() + "<rss><channel><item><title a='&l9;'>x</title></item></channel></rss>");
        put(all, "a large entity, often", () -> "<!DOCTYPE r [<!ENTITY a '" + "x".repeat(100_000) + "'>]>"
                + feed("<description>" + "&a;".repeat(50_000) + "</description>"));
        put(all, "a small entity, very often", () -> "<!DOCTYPE r [<!ENTITY a '" + "x".repeat(200) + "'>]>"
                + feed("<description>" + "&a;".repeat(2_000_000) + "</description>"));
        put(all, "entities of entities", () -> "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]>" + feed("&c;".repeat(1_000_000)));
    }

    private static String laughs() {
        return "<!DOCTYPE r [<!ENTITY l0 'lol'>" + IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                .collect(Collectors.joining()) + "]>";
    }

    private static void put(Map<String, Supplier<byte[]>> all, String name, Supplier<String> document) {
        put(all, name, StandardCharsets.UTF_8, document);
    }

    private static void put(Map<String, Supplier<byte[]>> all, String name, Charset charset,
            Supplier<String> document) {
        all.put(name, () -> document.get().getBytes(charset));
    }

    private static String feed(String item) {
        return "<rss><channel><item><title>x</title>" + item + "</item></channel></rss>";
    }

    private static String numbered(int count, String before, String after) {
        return IntStream.range(0, count).mapToObj(i -> before + i + after).collect(Collectors.joining(" "));
    }

    /** Reads each on a virtual thread, as a poll does, and prints what came of it. */
    public static void main(String[] none) throws InterruptedException {
        for (var each : all().entrySet()) {
            Thread.ofVirtual().start(() -> System.out.println(each.getKey() + ": " + read(each.getValue().get())))
                    .join();
        }
    }

    private static String read(byte[] document) {
        long before = processorNanos();
        String result;
        try {
            var read = FeedReader.read(document, null, FEED.url());
            String said = read.toString();
            if (read instanceof ParseResult.Parsed(var parsed)) {
                Drafts.of(parsed, FEED);
            }
            result = said.substring(0, Math.min(KEPT, said.length()));
        } catch (StackOverflowError e) {
            result = e.toString();
        }
        return (processorNanos() - before) / 1_000_000 + " ms " + result.replaceAll("\\s+", " ");
    }

    /** Of the whole process, so that a busy machine makes no difference. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
