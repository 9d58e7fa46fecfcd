package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.testkit.Canary;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that ask their reader to fetch a file or an address: nothing outside the document is read, whoever reads it. */
final class ForeignMarkupTest {
    private static final String SECRET = "the-tide-table-of-the-admiral";
    private static final String BODY = "<description>&x;</description>";

    private final Canary canary = new Canary("127.0.0.1");
    @TempDir
    private Path folder = Path.of("unset");

    @AfterEach
    void stop() throws IOException {
        canary.close();
    }

    static Stream<Arguments> attacks() {
        return Stream.of(
                Arguments.of("a file as an entity", "<!DOCTYPE r [<!ENTITY x SYSTEM \"{file}\">]>", BODY),
                Arguments.of("a file as a public entity", "<!DOCTYPE r [<!ENTITY x PUBLIC \"a\" \"{file}\">]>", BODY),
                Arguments.of("a file as an unparsed entity",
                        "<!DOCTYPE r [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM '{file}' NDATA n>]>", BODY),
                Arguments.of("an address as an entity", "<!DOCTYPE r [<!ENTITY x SYSTEM \"{url}\">]>", BODY),
                Arguments.of("an entity in an attribute", "<!DOCTYPE r [<!ENTITY x SYSTEM \"{file}\">]>",
                        "<link href='&x;'/>"),
                Arguments.of("a parameter entity that names an address",
                        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"{url}\"> %p;]>", BODY),
                Arguments.of("a parameter entity that carries a file out",
                        "<!DOCTYPE r [<!ENTITY % f SYSTEM \"{file}\"><!ENTITY % p \"<!ENTITY x SYSTEM '{url}?%f;'>\"> %p;]>",
                        BODY),
                Arguments.of("an outer document type", "<!DOCTYPE r SYSTEM \"{url}\">", BODY),
                Arguments.of("an outer document type in a file", "<!DOCTYPE r PUBLIC \"a\" \"{file}\">", BODY),
                Arguments.of("two document types", "<!DOCTYPE r SYSTEM \"{url}\"><!DOCTYPE r SYSTEM \"{file}\">", BODY),
                Arguments.of("a document type behind the root's beginning", "",
                        "<!DOCTYPE r [<!ENTITY x SYSTEM \"{file}\">]>" + BODY),
                Arguments.of("inclusion", "",
                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{file}' parse='text'/>"
                                + "<description><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='{url}'/></description>"),
                Arguments.of("a schema", "",
                        "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u {url}' xsi:noNamespaceSchemaLocation='{url}'/>"),
                Arguments.of("a style sheet", "<?xml-stylesheet type='text/xsl' href='{url}'?>", BODY),
                Arguments.of("what a page would load", "",
                        "<description><![CDATA[<img src='{url}'><iframe src='{file}'></iframe><object data='{url}'></object>"
                                + "<link rel=import href='{url}'><svg><image href='{url}'/></svg>]]></description>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void nothingOutsideTheDocumentIsRead(String name, String before, String inside) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        for (String document : documents(before, inside)) {
            String written = document.replace("{file}", file.toUri().toString()).replace("{url}",
                    "http://127.0.0.1:" + canary.port() + "/x");
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
                var result = FeedReader.read(written.getBytes(charset), null, URI.create("https://harbour.example/"));

                assertThat(told(result)).as(document).doesNotContain(SECRET);
            }
        }
        assertThat(canary.heard()).isZero();
    }

    /** Well-formed for the strict reader, and broken for the one that stands in for it. */
    private static List<String> documents(String before, String inside) {
        String xml = "<?xml version='1.0'?>" + before;
        return List.of(xml + "<rss version='2.0'><channel><title>&x;</title><item><title>a</title>" + inside
                + "</item></channel></rss>",
                xml + "<feed xmlns='http://www.w3.org/2005/Atom'><title>&x;</title><entry><title>a</title>"
                        + inside.replace("description", "content") + "</entry></feed>",
                xml + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><title>a</title>" + inside
                        + "</item></rdf:RDF>",
                xml + "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>",
                xml + "<opml><body><outline text='&x;'>" + inside + "</outline></body></opml>",
                before + "<rss><channel><item><title>a</title>" + inside + "<b></i></item></channel>",
                "\n junk " + xml + "<rss><channel><item><title>a & b</title>" + inside + "</item>");
    }

    private static String told(ParseResult result) {
        return switch (result) {
            case ParseResult.Parsed(var document) -> ParsedJson.of(document).toString();
            case ParseResult.Refused(var reason, var announced) -> reason + announced;
        };
    }
}
