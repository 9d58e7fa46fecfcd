package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.ingest.parse.ParseResult.Parsed;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, charsets and faults that are met once in thousands of feeds, each as its smallest document. */
final class RareFormatsTest {
    private static final URI URL = URI.create("https://harbour.example/feed");

    private static ParsedDocument parsed(byte[] bytes) {
        return ((Parsed) FeedReader.read(bytes, null, URL)).document();
    }

    private static ParsedDocument parsed(String text) {
        return parsed(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String value(@Nullable Markup markup) {
        return markup == null ? "" : markup.value();
    }

    private static void readsOneShip(ParsedDocument document) {
        assertThat(value(document.title())).isEqualTo("Harbour");
        assertThat(document.entries()).singleElement().satisfies(entry -> {
            assertThat(value(entry.title())).isEqualTo("Ship");
            assertThat(entry.link()).isEqualTo("https://harbour.example/1");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32", "UTF-32LE", "UTF-32BE", "UTF-16BE"})
    void readsWideCharactersWithoutALabel(String charset) {
        String text = "<rss version='2.0'><channel><title>Флот</title></channel></rss>";

        assertThat(value(parsed(text.getBytes(Charset.forName(charset))).title())).isEqualTo("Флот");
    }

    @Test
    void readsTheLettersOfMainframes() {
        String text = "<?xml version='1.0'?><rss version='2.0'><channel><title>Harbour</title></channel></rss>";

        assertThat(value(parsed(text.getBytes(Charset.forName("IBM037"))).title())).isEqualTo("Harbour");
    }

    @Test
    void readsTheChannelDefinitionFormat() {
        var document = parsed("<CHANNEL HREF='https://harbour.example/'><TITLE>Harbour</TITLE>"
                + "<ITEM HREF='https://harbour.example/1' LASTMOD='2026-03-07T06:00Z'><TITLE>Ship</TITLE>"
                + "<ABSTRACT>It sailed.</ABSTRACT></ITEM></CHANNEL>");

        readsOneShip(document);
        assertThat(document.format()).isEqualTo("cdf");
        assertThat(document.entries().getFirst().updated()).isEqualTo(Instant.parse("2026-03-07T06:00:00Z"));
    }

    @Test
    void readsRss11() {
        var document = parsed("<Channel xmlns='http://purl.org/net/rss1.1#' "
                + "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><title>Harbour</title>"
                + "<items rdf:parseType='Collection'><item rdf:about='https://harbour.example/1'><title>Ship</title>"
                + "</item></items></Channel>");

        readsOneShip(document);
        assertThat(document.format()).isEqualTo("rss 1.1");
    }

    @Test
    void readsRdfInANamespaceThatRomeDoesNotKnow() {
        readsOneShip(parsed("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                + "xmlns='http://channel.netscape.com/rdf/simple/0.9/'><channel><title>Harbour</title></channel>"
                + "<item><title>Ship</title><link>https://harbour.example/1</link></item></rdf:RDF>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xmlns='http://purl.org/atom/ns#'", "xmlns='https://harbour.example/ns'"})
    void readsAtomInAnyNamespaceAndInNone(String namespace) {
        readsOneShip(parsed("<feed " + namespace + "><title>Harbour</title><entry><title>Ship</title>"
                + "<link rel='alternate' href='/1'/></entry></feed>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a blank in the title | 'S\thip' | S\thip",
            "a comma too many | '\"title\":\"Ship\",' | Ship"})
    void readsJsonThatIsNotQuiteAndSaysSo(String what, String written, String title) {
        String field = written.startsWith("\"") ? written : "\"title\":\"" + written + "\"";
        var document = parsed("{\"version\":\"https://jsonfeed.org/version/1\", /* " + what
                + " */ \"title\":\"Harbour\",\"items\":[{\"id\":\"1\",\"url\":\"/1\"," + field + "}]}");

        assertThat(value(document.entries().getFirst().title())).isEqualTo(title);
        assertThat(document.problems()).containsExactly("JSON mended");
        assertThat(parsed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}").problems()).isEmpty();
    }

    @Test
    void joinsWhatHasASecondRoot() {
        var document = parsed("<rss version='2.0'><channel><title>Harbour</title></channel></rss>"
                + "<rss version='2.0'><channel><item><title>Ship</title><link>/1</link></item></channel></rss>");

        readsOneShip(document);
        assertThat(document.problems()).contains("a second root element");
    }

    @Test
    void readsControlReferencesAsTheDashesAndQuotesThatWereMeant() {
        var document = parsed("<rss version='2.0'><channel><title>Port &#150; the mate&#146;s</title></channel></rss>");

        assertThat(value(document.title())).isEqualTo("Port – the mate’s");
        assertThat(document.problems()).containsExactly("control characters");
    }

    @Test
    void theFirstOfTwoEqualAttributesStays() {
        readsOneShip(parsed("<rss version='2.0' version='0.91'><channel><title>Harbour</title><item kind=news>"
                + "<title>Ship</title><link>/1</link></item></channel></rss>"));
    }

    @Test
    void aRestrictionOfMediaWithoutASenseCostsNothing() {
        readsOneShip(parsed("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel>"
                + "<title>Harbour</title><item><title>Ship</title><link>/1</link><media:content url='/a.jpg'>"
                + "<media:restriction/></media:content></item></channel></rss>"));
    }

    @Test
    void entriesBeyondTwoThousandAreLeftOutAndSaid() {
        var document = parsed("<rss version='2.0'><channel>" + "<item><title>Ship</title></item>".repeat(2_001)
                + "</channel></rss>");

        assertThat(document.entries()).hasSize(2_000);
        assertThat(document.problems()).containsExactly("entries beyond 2000 left out");
    }
}
