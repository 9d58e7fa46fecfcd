package caspianwatch.app.newswire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.app.StartException;
import caspianwatch.contract.Feed;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class NewswireTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00.345Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.fixed(Instant.parse("2026-11-21T13:00:00.678Z"), ZoneOffset.UTC);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void opensWithTheBacklogInEveryFeed() throws Exception {
        try (var newswire = start(NOON)) {
            assertThat(newswire.published()).isEqualTo(41);
            assertThat(newswire.feeds()).hasSize(10);
            for (Feed feed : newswire.feeds()) {
                assertThat(items(get(feed.url()))).as(feed.title()).isNotEmpty();
            }
        }
    }

    @Test
    void writesEachFeedInItsOwnCharset() throws Exception {
        try (var newswire = start(NOON)) {
            var russian = get(feed(newswire, "Волна"));

            assertThat(russian.headers().firstValue("Content-Type"))
                    .hasValue("application/rss+xml; charset=windows-1251");
            assertThat(new String(russian.body(), StandardCharsets.US_ASCII)).contains("encoding=\"windows-1251\"");
            assertThat(new String(russian.body(), Charset.forName("windows-1251"))).contains("Каспийской флотилии");
            assertThat(items(russian).getLast().getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("Корабли Каспийской флотилии выполнили артиллерийские стрельбы");
        }
    }

    @Test
    void goesOnAfterARestartWithTheSameIdsLinksAndDates() throws Exception {
        Map<URI, String> before;
        try (var newswire = start(NOON)) {
            assertThat(newswire.publishNext()).isTrue();
            before = everything(newswire);
        }

        try (var newswire = start(LATER)) {
            assertThat(everything(newswire)).isEqualTo(before);
            assertThat(newswire.published()).isEqualTo(42);
        }
    }

    @Test
    void publishesOneReportMoreInItsFeedOnly() throws Exception {
        try (var newswire = start(NOON)) {
            var before = everything(newswire);

            newswire.publishNext();

            var after = everything(newswire);
            assertThat(after.entrySet().stream().filter(feed -> !feed.getValue().equals(before.get(feed.getKey()))))
                    .hasSize(1);
        }
    }

    @Test
    void publishesEachReportOnceAndThenHasNoMore() throws Exception {
        try (var newswire = start(NOON)) {
            int more = 0;
            while (newswire.publishNext()) {
                more++;
            }

            assertThat(newswire.published()).isEqualTo(41 + more).isEqualTo(Script.builtIn().articles().size());
            assertThat(newswire.publishNext()).isFalse();
        }
    }

    @Test
    void publishesACorrectionUnderTheIdOfWhatItCorrects() throws Exception {
        try (var newswire = start(NOON)) {
            while (newswire.publishNext()) {
                assertThat(newswire.published()).isPositive();
            }

            var items = items(get(feed(newswire, "Волна")));
            var corrected = items.stream()
                    .filter(item -> item.getElementsByTagName("guid").item(0).getTextContent()
                            .equals("urn:newswire:ru-003"))
                    .toList();
            assertThat(corrected).hasSize(1);
            assertThat(corrected.getFirst().getElementsByTagName("title").item(0).getTextContent())
                    .startsWith("Уточнение");
        }
    }

    @Test
    void answers304ToAReaderThatHasTheNewest() throws Exception {
        try (var newswire = start(NOON)) {
            URI url = newswire.feeds().getFirst().url();
            String etag = get(url).headers().firstValue("ETag").orElseThrow();

            var again = HTTP.send(HttpRequest.newBuilder(url).header("If-None-Match", etag).build(),
                    BodyHandlers.ofByteArray());

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void servesThePageThatAnEntryLinksTo() throws Exception {
        try (var newswire = start(NOON)) {
            var item = items(get(newswire.feeds().getFirst().url())).getFirst();

            var page = get(URI.create(item.getElementsByTagName("link").item(0).getTextContent()));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(new String(page.body(), StandardCharsets.UTF_8))
                    .contains(item.getElementsByTagName("title").item(0).getTextContent());
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var config = new Newswire.Config(folder, taken.getLocalPort(), Duration.ZERO);

            assertThatThrownBy(() -> Newswire.start(config, NOON)).isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    private Newswire start(Clock clock) throws StartException {
        return Newswire.start(new Newswire.Config(folder, 0, Duration.ZERO), clock);
    }

    private static Map<URI, String> everything(Newswire newswire) throws Exception {
        var documents = new LinkedHashMap<URI, String>();
        for (Feed feed : newswire.feeds()) {
            documents.put(feed.url(), new String(get(feed.url()).body(), StandardCharsets.ISO_8859_1));
        }
        return documents;
    }

    private static URI feed(Newswire newswire, String title) {
        return newswire.feeds().stream().filter(feed -> feed.title().startsWith(title)).findAny().orElseThrow().url();
    }

    private static HttpResponse<byte[]> get(URI url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
    }

    private static List<Element> items(HttpResponse<byte[]> feed) throws Exception {
        Document document = DocumentBuilderFactory.newNSInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body()));
        String name = document.getElementsByTagNameNS("*", "entry").getLength() > 0 ? "entry" : "item";
        var nodes = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
