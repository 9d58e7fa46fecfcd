package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.parse.ParseResult.Parsed;
import caspianwatch.ingest.parse.ParseResult.Refused;
import caspianwatch.ingest.parse.ParsedDocument.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishers write, one oddity a test. */
final class FeedOdditiesTest {
    private static final URI URL = URI.create("https://harbour.example/news/feed.xml");

    private static ParsedDocument parsed(byte[] bytes, @Nullable String contentType) {
        return switch (FeedReader.read(bytes, contentType, URL)) {
            case Parsed(var document) -> document;
            case Refused(var reason, _) -> throw new AssertionError("refused: " + reason);
        };
    }

    private static ParsedDocument parsed(String text) {
        return parsed(text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static ParsedEntry entry(String inside) {
        var document = parsed(
                "<rss version='2.0'><channel><title>Harbour</title><item>" + inside + "</item></channel></rss>");
        return document.entries().getFirst();
    }

    private static String value(@Nullable Markup markup) {
        return markup == null ? "" : markup.value();
    }

    private static Refused refused(String text) {
        return (Refused) FeedReader.read(text.getBytes(StandardCharsets.UTF_8), null, URL);
    }

    @Test
    void readsRss2() {
        var document = parsed(
                """
                        <?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example/</link>
                        <description>All of it</description><language>en</language>
                        <item><title>Frigate sails</title><link>https://harbour.example/1</link><guid isPermaLink="false">h-1</guid>
                        <pubDate>Sat, 07 Mar 2026 10:00:00 +0400</pubDate><description>It sailed.</description>
                        <author>desk@harbour.example (The desk)</author><category>fleet</category>
                        <enclosure url="https://harbour.example/1.jpg" type="image/jpeg" length="10"/></item></channel></rss>""");

        var entry = document.entries().getFirst();

        assertThat(document.format()).isEqualTo("rss 2.0");
        assertThat(document.language()).isEqualTo("en");
        assertThat(document.problems()).isEmpty();
        assertThat(entry.id()).isEqualTo("h-1");
        assertThat(entry.link()).isEqualTo("https://harbour.example/1");
        assertThat(value(entry.title())).isEqualTo("Frigate sails");
        assertThat(value(entry.summary())).isEqualTo("It sailed.");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
        assertThat(entry.authors()).containsExactly(new Person("The desk", "desk@harbour.example", null));
        assertThat(entry.categories()).containsExactly("fleet");
        assertThat(entry.enclosures()).containsExactly(
                new ParsedEntry.Enclosure("https://harbour.example/1.jpg", "image/jpeg", "10"));
    }

    @Test
    void readsRss091WithItsDoctype() {
        var document = parsed(
                """
                        <?xml version="1.0"?>
                        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
                        <rss version="0.91"><channel><title>Old harbour</title><item><title>A buoy</title></item></channel></rss>""");

        assertThat(document.format()).isEqualTo("rss 0.91");
        assertThat(value(document.entries().getFirst().title())).isEqualTo("A buoy");
    }

    @Test
    void readsRdfWithItemsBesideTheChannel() {
        var document = parsed(
                """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                          xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour</title>
                        <dc:language>az</dc:language></channel>
                        <item rdf:about="https://harbour.example/1"><title>Gəmi</title><dc:date>2026-03-07T10:00:00+04:00</dc:date>
                        <dc:creator>Desk</dc:creator></item></rdf:RDF>""");

        var entry = document.entries().getFirst();

        assertThat(document.language()).isEqualTo("az");
        assertThat(entry.id()).isEqualTo("https://harbour.example/1");
        assertThat(entry.link()).isEqualTo("https://harbour.example/1");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
        assertThat(entry.authors()).containsExactly(new Person("Desk", null, null));
    }

    @Test
    void readsAtomWithEveryKindOfText() {
        var document = parsed(
                """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour</title><id>urn:h</id>
                        <entry><id>urn:1</id><title type="text">a &lt;b&gt; c</title><link rel="enclosure" href="1.mp3"/><link href="1.html"/>
                        <summary type="html">&lt;p&gt;one &amp;amp; two&lt;/p&gt;</summary><updated>2026-03-07T06:00:00Z</updated>
                        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Whole <b>story</b></p></div></content></entry></feed>""");

        var entry = document.entries().getFirst();

        assertThat(value(entry.title())).isEqualTo("a <b> c");
        assertThat(entry.link()).isEqualTo("https://harbour.example/news/1.html");
        assertThat(entry.enclosures()).extracting(ParsedEntry.Enclosure::url)
                .containsExactly("https://harbour.example/news/1.mp3");
        assertThat(PlainText.of(java.util.Objects.requireNonNull(entry.summary()))).isEqualTo("one & two");
        assertThat(value(entry.content())).contains("<p>Whole <b>story</b></p>");
        assertThat(entry.language()).isEqualTo("en");
        assertThat(entry.updated()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
    }

    @Test
    void readsJsonFeed() {
        var document = parsed(
                """
                        {"version":"https://jsonfeed.org/version/1.1","title":"Harbour","home_page_url":"https://harbour.example/","language":"tr",
                        "items":[{"id":"1","url":"/1","title":"Gemi","content_html":"<p>Tam</p>","date_published":"2026-03-07T10:00:00+03:00",
                        "authors":[{"name":"Masa"}],"tags":["donanma"],"attachments":[{"url":"https://harbour.example/1.mp4","mime_type":"video/mp4"}]},]}""");

        var entry = document.entries().getFirst();

        assertThat(document.format()).isEqualTo("json feed 1.1");
        assertThat(entry.link()).isEqualTo("https://harbour.example/1");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-07T07:00:00Z"));
        assertThat(entry.categories()).containsExactly("donanma");
        assertThat(entry.enclosures()).hasSize(1);
    }

    @Test
    void keepsEntitiesOfHtmlThatNobodyDeclared() {
        assertThat(value(entry("<title>Fleet&nbsp;&mdash; caf&eacute; &unheardof; &amp;</title>").title()))
                .isEqualTo("Fleet\u00a0— café &unheardof; &");
    }

    @Test
    void keepsShortEntitiesOfTheDoctypeAndFollowsNoOthers() {
        var document = parsed(
                """
                        <!DOCTYPE rss [<!ENTITY ship "frigate"><!ENTITY lol "&ship;&ship;"><!ENTITY file SYSTEM "file:///etc/passwd">]>
                        <rss><channel><item><title>&ship; &lol; &file;</title></item></channel></rss>""");

        assertThat(value(document.entries().getFirst().title())).isEqualTo("frigate &lol; &file;");
    }

    @Test
    void leavesReferencesInSectionsToTheHtmlInThem() {
        assertThat(value(entry("<description><![CDATA[<p>a&nbsp;b &lt; c</p>]]> &ndash; d</description>").summary()))
                .isEqualTo("<p>a&nbsp;b &lt; c</p> – d");
    }

    @Test
    void repairsBareAmpersandsAndControlCharacters() {
        var document = parsed("<rss><channel><item><title>Oil & gas\u0001 < 5 & more</title></item></channel></rss>");

        assertThat(value(document.entries().getFirst().title())).isEqualTo("Oil & gas < 5 & more");
        assertThat(document.problems()).anyMatch(problem -> problem.startsWith("characters repaired"));
    }

    @Test
    void readsPrefixesThatNobodyDeclared() {
        var entry = entry("<dc:creator>Desk</dc:creator><content:encoded>&lt;p&gt;Whole&lt;/p&gt;</content:encoded>");

        assertThat(entry.authors()).containsExactly(new Person("Desk", null, null));
        assertThat(value(entry.content())).isEqualTo("<p>Whole</p>");
    }

    @Test
    void readsADocumentThatBreaksOff() {
        var document = parsed("<rss><channel><item><title>First</title></item><item><title>Second</title><descr");

        assertThat(document.entries()).hasSize(2);
        assertThat(document.problems()).anyMatch(problem -> problem.startsWith("ill-formed"));
    }

    @Test
    void readsItemsWithoutAChannel() {
        assertThat(parsed("<rss version='2.0'><item><title>Alone</title></item></rss>").entries()).hasSize(1);
    }

    @Test
    void passesOverWhatStandsBeforeTheRoot() {
        var document = parsed(
                "\n Warning: something in line 3 <?xml version='1.0'?><rss><channel><item><title>Yes</title></item></channel></rss>");

        assertThat(value(document.entries().getFirst().title())).isEqualTo("Yes");
        assertThat(document.problems()).contains("text before the root");
    }

    @Test
    void oneBadOptionalValueNeverCostsTheFeed() {
        var document = parsed(
                """
                        <rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>H</title><skipHours><hour>99</hour></skipHours>
                        <item><title>Still here</title><slash:hit_parade>george</slash:hit_parade></item></channel></rss>""");

        assertThat(value(document.entries().getFirst().title())).isEqualTo("Still here");
        assertThat(document.problems()).anyMatch(problem -> problem.startsWith("a strict reader would refuse it"));
    }

    @Test
    void resolvesLinksAgainstEveryXmlBaseOnTheWay() {
        var document = parsed(
                """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/a/"><entry xml:base="b/"><title>x</title>
                        <link href="c.html"/></entry></feed>""");

        assertThat(document.entries().getFirst().link()).isEqualTo("https://cdn.example/a/b/c.html");
    }

    @Test
    void takesTheGuidForTheLinkWhereItIsAPermalink() {
        assertThat(entry("<guid>https://harbour.example/7</guid>").link()).isEqualTo("https://harbour.example/7");
        assertThat(entry("<guid isPermaLink='false'>https://harbour.example/7</guid>").link())
                .isEqualTo(URL.toString());
    }

    @Test
    void takesTitleAndDateFromOtherVocabularies() {
        var entry = entry("<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>Patrol</dc:title>"
                + "<dc:date xmlns:dc='http://purl.org/dc/elements/1.1/'>2026-03-07</dc:date>");

        assertThat(value(entry.title())).isEqualTo("Patrol");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-07T00:00:00Z"));
    }

    @Test
    void readsAtomsElementsInRss() {
        var entry = entry("<a:created xmlns:a='http://purl.org/atom/ns#'>2026-03-07T06:00:00Z</a:created>"
                + "<a:link xmlns:a='http://www.w3.org/2005/Atom' rel='alternate' href='https://harbour.example/9'/>");

        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
        assertThat(entry.link()).isEqualTo("https://harbour.example/9");
    }

    @Test
    void anEnclosureIsNotThePageOfAnEntry() {
        var entry = parsed(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='enclosure'>https://harbour.example/a.mp3</link>"
                        + "<link rel='alternate' href='https://harbour.example/1'/></entry></feed>")
                .entries().getFirst();

        assertThat(entry.link()).isEqualTo("https://harbour.example/1");
    }

    @Test
    void givesAnEntryWithoutTitleTheBeginningOfItsText() {
        assertThat(value(entry("<description>Two ships left.&lt;br&gt;More.</description>").title()))
                .isEqualTo("Two ships left.");
        assertThat(value(entry("<description>" + "ship ".repeat(50) + "</description>").title())).hasSize(100)
                .endsWith("ship…");
    }

    @Test
    void anIdIsKeptLetterByLetter() {
        var entry = parsed(
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>t3_abc</id><title>x</title></entry></feed>")
                .entries().getFirst();

        assertThat(entry.id()).isEqualTo("t3_abc");
    }

    @Test
    void entriesOfAtomHaveTheWritersOfTheirFeed() {
        var document = parsed(
                "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Desk</name></author><entry><title>x</title></entry>"
                        + "<entry><title>y</title><author><name>Guest</name></author></entry></feed>");

        assertThat(document.entries()).extracting(ParsedEntry::authors).containsExactly(
                java.util.List.of(new Person("Desk", null, null)),
                java.util.List.of(new Person("Guest", null, null)));
    }

    @Test
    void readsMarkupThatWasNotEscaped() {
        assertThat(value(entry("<description><p>One</p><p>Two &amp; three</p></description>").summary()))
                .isEqualTo("<p>One</p><p>Two &amp; three</p>");
    }

    @Test
    void readsWindows1251ByDeclarationByHeaderAndByLook() {
        String body = "<channel><title>Каспийская флотилия вышла в море</title></channel></rss>";
        byte[] declared = ("<?xml version='1.0' encoding='windows-1251'?><rss>" + body)
                .getBytes(Charset.forName("windows-1251"));
        byte[] silent = ("<rss>" + body).getBytes(Charset.forName("windows-1251"));

        assertThat(value(parsed(declared, null).title())).isEqualTo("Каспийская флотилия вышла в море");
        assertThat(value(parsed(silent, "text/xml; charset=windows-1251").title()))
                .isEqualTo("Каспийская флотилия вышла в море");
        assertThat(value(parsed(silent, null).title())).isEqualTo("Каспийская флотилия вышла в море");
        assertThat(parsed(silent, null).problems()).contains("charset guessed: windows-1251");
    }

    @Test
    void validUtf8BeatsAWrongLabel() {
        byte[] bytes = "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Gəmi çıxdı</title></channel></rss>"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(value(parsed(bytes, "text/xml; charset=iso-8859-1").title())).isEqualTo("Gəmi çıxdı");
    }

    @Test
    void readsUtf16WithAndWithoutAMark() {
        String text = "<rss><channel><title>کشتی</title></channel></rss>";

        assertThat(value(parsed(text.getBytes(StandardCharsets.UTF_16), null).title())).isEqualTo("کشتی");
        assertThat(value(parsed(text.getBytes(StandardCharsets.UTF_16LE), null).title())).isEqualTo("کشتی");
    }

    @Test
    void unpacksGzipThatNobodyAnnounced() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("<rss><channel><title>Packed</title></channel></rss>".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(value(parsed(packed.toByteArray(), null).title())).isEqualTo("Packed");
    }

    @Test
    void readsTwoMegabytesOfEscapedHtml() {
        String html = "&lt;p&gt;The fleet sails.&lt;/p&gt;".repeat(60_000);

        assertThat(value(entry("<description>" + html + "</description>").summary()))
                .startsWith("<p>The fleet sails.</p>")
                .hasSize(60_000 * 23);
    }

    @Test
    void keepsTheTextOfMarkupThatIsNestedTooDeep() {
        String deep = "<div>".repeat(20_000) + "bottom" + "</div>".repeat(20_000);

        assertThat(value(entry("<title>Deep</title><description>" + deep + "</description>").title()))
                .isEqualTo("Deep");
    }

    @Test
    void namesTheFeedsOfAPageThatIsNone() {
        var refused = refused(
                "<!doctype html><html><head><link rel='alternate' type='application/rss+xml' href='/rss.xml'></head></html>");

        assertThat(refused.reason()).isEqualTo("an HTML page instead of a feed");
        assertThat(refused.announced()).containsExactly("https://harbour.example/rss.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html><head>%s</head>",
            "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<TITLE>Port</TITLE>%s",
            "<!-- port --><meta charset=utf-8>%s<p>Welcome", "<!doctype html>\n<p>Welcome</p>%s", "<body>%s</body>"})
    void aPageMayLeaveOutItsOutermostTags(String page) {
        var refused = refused(page.formatted("<link rel=alternate type=application/atom+xml href=/atom.xml>"));

        assertThat(refused.reason()).isEqualTo("an HTML page instead of a feed");
        assertThat(refused.announced()).containsExactly("https://harbour.example/atom.xml");
    }

    @Test
    void refusesWhatIsNoFeed() {
        assertThat(refused("  ").reason()).isEqualTo("an empty document");
        assertThat(refused("no markup at all").reason()).isEqualTo("no markup in it");
        assertThat(refused("<svg><circle/></svg>").reason()).isEqualTo("not a feed: its root element is <svg>");
        assertThat(refused("{\"a\":1}").reason()).isEqualTo("JSON that is not a JSON Feed");
        assertThat(refused("{\"a\":").reason()).startsWith("broken JSON");
    }
}
