package caspianwatch.web.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Feed;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.web.view.Views;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of feeds that were made to hurt, where no private network is allowed; nothing is asked while one is read. */
final class HostileListsTest {
    private static final String SECRET = "the-tide-table-of-the-admiral";

    private final Views views = new Views();
    private final List<List<Feed>> kept = new ArrayList<>();
    private final Roster roster = new Roster(views, new FeedStore() {
        @Override
        public void put(List<Feed> feeds) {
            kept.add(List.copyOf(feeds));
            feeds.forEach(feed -> views.feed(feed.key(), feed));
        }

        @Override
        public void remove(String key) {
            views.feed(key, null);
        }
    }, Networks.publicAnd(List.of()), InstantSource.fixed(Instant.parse("2026-03-07T06:00:00Z")));

    static Stream<String> addresses() {
        return Stream.of("http://127.0.0.1:9092/", "http://127.0.0.1/", "http://localhost/",
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/", "http://192.168.1.1/", "http://[::1]/", "http://[fc00::1]/", "http://[fe80::1]/",
                "http://2130706433/", "http://127.1/", "http://0177.0.0.1/", "http://0x7f000001/", "http://0/",
                "http://127.0.0.1./", "http://[::ffff:127.0.0.1]/", "http://[::ffff:a9fe:a9fe]/", "http://100.64.0.1/",
                "http://example.com@127.0.0.1/", "http://127.0.0.1%2f@example.com/", "http:/127.0.0.1/",
                "http://169.254.169.254:8888\\@example.com/", "http://exa\tmple.com/",
                "http://\uff11\uff12\uff17.0.0.1/",
                "file:///etc/passwd", "gopher://example.com/", "ftp://example.com/", "javascript:alert(1)",
                "https://feeds.example:6379/");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("addresses")
    void anAddressInsideIsRefusedHoweverAFeedComesOntoTheList(String url) throws Exception {
        var known = roster.add(fields("https://harbour.example/rss"));

        for (var attempt : List.<Attempt>of(() -> roster.add(fields(url)),
                () -> roster.edit(known.id(), fields(url)), () -> roster.preview(url))) {
            assertThatThrownBy(attempt::make).isInstanceOfSatisfying(RosterException.class, refused -> {
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.sentence()).startsWith("url");
            });
        }
        var imported = roster.importOpml(opml("<outline text='x' xmlUrl='" + url + "'/>"));
        assertThat(imported.added()).isZero();
        assertThat(imported.refused()).hasSize(1).first().asString().contains("url");
        assertThat(views.feeds()).hasSize(1);
        assertThat(views.drafts()).isEmpty();
    }

    static Stream<Arguments> bombs() {
        return Stream.of(Arguments.of("a hundred thousand folders", "<outline text='a'/>".repeat(100_000)),
                Arguments.of("folders ten thousand deep", "<outline text='a'>".repeat(10_000)),
                Arguments.of("five thousand and one feeds", numbered(5_001)),
                Arguments.of("more attributes than anybody needs", "<outline " + IntStream.range(0, 50_000)
                        .mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" ")) + "/>"),
                Arguments.of("an element without an end", "<outline text='a'>".repeat(21)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aBombIsRefusedAndNothingOfItIsKept(String name, String outlines) {
        assertThatThrownBy(() -> roster.importOpml(opml(outlines))).isInstanceOf(RosterException.class);
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE opml [<!ENTITY x SYSTEM '{file}'>]>", "<!DOCTYPE opml SYSTEM '{url}'>",
            "<!DOCTYPE opml [<!ENTITY % p SYSTEM '{url}'> %p;]>", "<!DOCTYPE opml PUBLIC 'a' '{file}'>",
            "<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"})
    void aDocumentTypeIsRefusedAndNothingItNamesIsRead(String type, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);
        try (var canary = new ServerSocket(0, 4, InetAddress.ofLiteral("127.0.0.1"))) {
            String before = type.replace("{file}", file.toUri().toString()).replace("{url}",
                    "http://127.0.0.1:" + canary.getLocalPort() + "/x.dtd");
            String document = "<?xml version='1.0'?>" + before + "<opml><body><outline text='&x;' title='&x;' "
                    + "xmlUrl='https://harbour.example/&x;'/></body></opml>";

            assertThatThrownBy(() -> roster.importOpml(stream(document))).isInstanceOfSatisfying(RosterException.class,
                    refused -> assertThat(refused.sentence()).doesNotContain(SECRET));
            assertThat(kept).isEmpty();
            canary.setSoTimeout(1);
            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void inclusionsInAListAreNotFollowed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret.txt"), SECRET);

        roster.importOpml(opml("<outline text='a' xmlUrl='https://harbour.example/'/><xi:include href='" + file.toUri()
                + "' xmlns:xi='http://www.w3.org/2001/XInclude' parse='text'/>"));

        assertThat(kept.toString()).doesNotContain(SECRET);
    }

    @Test
    void aFullListIsKeptAtOnceAndTheSameFeedOnlyOnce() throws Exception {
        var imported = roster.importOpml(opml(numbered(2_500) + numbered(2_500)));

        assertThat(imported).isEqualTo(new Roster.Imported(2_500, 2_500, List.of()));
        assertThat(kept).as("writes").hasSize(1);
        assertThat(views.feeds()).hasSize(2_500);
    }

    @Test
    void nothingIsAskedWhileAListIsRead() throws Exception {
        try (var canary = new ServerSocket(0, 4, InetAddress.ofLiteral("127.0.0.1"))) {
            var open = new Roster(views, new FeedStore() {
                @Override
                public void put(List<Feed> feeds) {
                    feeds.forEach(feed -> views.feed(feed.key(), feed));
                }

                @Override
                public void remove(String key) {
                    views.feed(key, null);
                }
            }, Networks.publicAnd(List.of("127.0.0.0/8")), InstantSource.system());

            var imported = open.importOpml(opml("<outline text='a' htmlUrl='http://127.0.0.1:" + canary.getLocalPort()
                    + "/' icon='http://127.0.0.1:" + canary.getLocalPort() + "/favicon.ico' xmlUrl='http://127.0.0.1:"
                    + canary.getLocalPort() + "/rss'/>"));

            assertThat(imported.added()).isEqualTo(1);
            canary.setSoTimeout(100);
            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private interface Attempt {
        void make() throws RosterException, InterruptedException;
    }

    private static FeedFields fields(String url) {
        return new FeedFields(Map.of("url", url));
    }

    private static String numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<outline text='f' xmlUrl='" + URI.create("https://h.example/" + i)
                        + "'/>")
                .collect(Collectors.joining());
    }

    private static InputStream opml(String outlines) {
        return stream("<opml version='2.0'><body>" + outlines + "</body></opml>");
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
