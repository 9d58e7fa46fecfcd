package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.parse.ParseResult.Parsed;
import caspianwatch.ingest.parse.ParsedDocument.Person;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of repair: a tiny document with the fault, what is read in spite of it, and the words that say so. */
final class FeedRepairsTest {
    private static final URI URL = URI.create("https://harbour.example/feed");

    private static ParsedDocument parsed(byte[] bytes) {
        return ((Parsed) FeedReader.read(bytes, null, URL)).document();
    }

    private static ParsedDocument parsed(String text) {
        return parsed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParsedDocument channel(String inside) {
        return parsed("<rss version='2.0'><channel><title>Harbour</title>" + inside + "</channel></rss>");
    }

    private static ParsedEntry item(String inside) {
        return channel("<item>" + inside + "</item>").entries().getFirst();
    }

    private static ParsedDocument atom(String inside) {
        return parsed("<feed xmlns='http://www.w3.org/2005/Atom'>" + inside + "</feed>");
    }

    private static String value(@Nullable Markup markup) {
        return markup == null ? "" : markup.value();
    }

    @Test
    void detectsCyrillicOfUnixWithoutALabel() {
        String text = "<rss version='2.0'><channel><title>Каспийская флотилия вышла в море на учения</title>"
                + "<description>Корабли и катера провели стрельбы по морским и воздушным целям.</description></channel></rss>";

        var document = parsed(text.getBytes(Charset.forName("KOI8-R")));

        assertThat(value(document.title())).isEqualTo("Каспийская флотилия вышла в море на учения");
        assertThat(document.problems()).contains("charset guessed: KOI8-R");
    }

    @ParameterizedTest
    @CsvSource({"tr, windows-1254, Şahin gemisi tatbikatı başladı", "fa, windows-1256, ناوگان شمال در خزر",
            "ru, windows-1251, Корабль", "pl, windows-1250, Ćwiczenia żeglugi"})
    void theLanguageOfTheFeedDecidesBetweenCodePages(String language, String charset, String title) {
        String text = "<rss version='2.0'><channel><language>" + language + "</language><title>" + title
                + "</title></channel></rss>";

        assertThat(value(parsed(text.getBytes(Charset.forName(charset))).title())).isEqualTo(title);
    }

    @Test
    void aFewBrokenSequencesDoNotMakeItAnotherCharset() {
        byte[] bytes = "<rss version='2.0'><channel><title>Флот «идёт» #</title></channel></rss>"
                .getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xA9;

        var document = parsed(bytes);

        assertThat(value(document.title())).isEqualTo("Флот «идёт» \uFFFD");
        assertThat(document.problems()).containsExactly("broken UTF-8 sequences: 1");
    }

    @Test
    void saysThatALabelWasWrong() {
        var document = parsed(
                "<?xml version='1.0' encoding='windows-1251'?><rss version='2.0'><channel><title>Флот</title></channel></rss>");

        assertThat(value(document.title())).isEqualTo("Флот");
        assertThat(document.problems()).containsExactly("labelled windows-1251, but it is UTF-8");
    }

    @Test
    void undoesUtf8ThatWasEncodedTwice() {
        String twice = new String("Şahin gəmisi".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        var document = channel("<item><title>" + twice + "</title></item>");

        assertThat(value(document.entries().getFirst().title())).isEqualTo("Şahin gəmisi");
        assertThat(document.problems()).contains("UTF-8 encoded twice");
        assertThat(value(item("<title>Café Größe</title>").title())).isEqualTo("Café Größe");
    }

    @Test
    void namesThePrefixesThatNobodyDeclared() {
        assertThat(channel("<item><dc:creator>Desk</dc:creator></item>").problems()).contains("undeclared prefix dc");
    }

    @Test
    void saysThatADocumentBreaksOffWithinAnEntry() {
        var document = parsed("<rss version='2.0'><channel><item><title>Whole</title></item><item><title>Ha");

        assertThat(document.breaksOff()).isTrue();
        assertThat(document.entries()).hasSize(2);
        assertThat(parsed("<rss version='2.0'><channel><item><title>Whole</title></item>").breaksOff()).isFalse();
    }

    @Test
    void saysWhichDatesItCouldNotRead() {
        assertThat(channel("<item><title>a</title><pubDate>the other day</pubDate></item>").problems())
                .containsExactly("dates not understood: 1, such as the other day");
    }

    @Test
    void saysThatEntriesShareAnId() {
        assertThat(channel("<item><title>a</title><guid>1</guid></item><item><title>b</title><guid>1</guid></item>")
                .problems()).containsExactly("entries that share an id with another: 1");
    }

    @Test
    void aFeedWithoutATitleGoesByItsAddress() {
        assertThat(value(parsed("<rss version='2.0'><channel/></rss>").title())).isEqualTo(URL.toString());
    }

    @Test
    void aFeedWithoutALinkHasItsIdOrItsOwnAddress() {
        assertThat(atom("<id>https://harbour.example/about</id>").link()).isEqualTo("https://harbour.example/about");
        assertThat(atom("<id>urn:uuid:1</id>").link()).isEqualTo(URL.toString());
    }

    @Test
    void anEntryWithoutALinkLeadsToTheSite() {
        var document = channel("<link>https://harbour.example/</link><item><title>a</title></item>");

        assertThat(document.entries().getFirst().link()).isEqualTo("https://harbour.example/");
    }

    @Test
    void anEntryWithNothingButALinkHasItForATitle() {
        assertThat(value(item("<link>https://harbour.example/fleet-sails</link>").title()))
                .isEqualTo("https://harbour.example/fleet-sails");
    }

    @Test
    void ofSeveralLinksInRssTheLastCounts() {
        assertThat(item("<link>https://a.example/</link><link>https://b.example/</link>").link())
                .isEqualTo("https://b.example/");
    }

    @Test
    void anIdThatIsOnlyAPathGetsTheHost() {
        assertThat(atom("<entry><id>/news/1</id></entry>").entries().getFirst().id())
                .isEqualTo("https://harbour.example/news/1");
        assertThat(item("<guid>/news/1</guid>").id()).isEqualTo("/news/1");
    }

    @Test
    void aWriterMayBeAnAddressOnly() {
        assertThat(atom("<entry><author><uri>https://desk.example/</uri></author></entry>").entries().getFirst()
                .authors()).containsExactly(new Person(null, null, "https://desk.example/"));
    }

    @Test
    void aPictureInBase64IsNoText() {
        assertThat(atom("<entry><title>a</title><content type='image/jpeg'>/9j/4AAQSkZJRgABAQEASABIAAD/2w==</content>"
                + "</entry>").entries().getFirst().content()).isNull();
    }

    @Test
    void textThatOnlyLooksLikeBase64StaysAsItIs() {
        assertThat(value(atom("<entry><content type='application/json'>{\"a\":1}</content></entry>").entries()
                .getFirst().content())).isEqualTo("{\"a\":1}");
        assertThat(value(atom("<entry><content type='video/mp4'>hello</content></entry>").entries().getFirst()
                .content())).isEqualTo("hello");
    }

    @Test
    void categoriesComeInTheOrderOfTheDocument() {
        assertThat(item("<tags>b, a</tags><category>c</category>").categories()).containsExactly("b", "a", "c");
    }

    @Test
    void theLanguageMayStandInAPlainAttribute() {
        assertThat(parsed("<feed xmlns='http://www.w3.org/2005/Atom' lang='az'><entry><title>a</title></entry></feed>")
                .entries().getFirst().language()).isEqualTo("az");
    }
}
