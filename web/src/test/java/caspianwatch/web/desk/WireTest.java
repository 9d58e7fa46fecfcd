package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Delivery;
import caspianwatch.contract.FeedStatus;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WireTest {
    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void theStripShowsWhatWasMeasured() throws Exception {
        for (int i = 0; i < 4; i++) {
            var feed = Samples.feed(i, i < 3);
            web.views.feed(feed.key(), feed);
            web.views.status(feed.key(), Samples.status(feed, i == 0 ? FeedStatus.State.FAILING : FeedStatus.State.OK));
        }
        put("a", 14);
        var alert = Samples.alert(Samples.article("a", "Caspian a", "", 14, "Caspian"));
        web.views.alert(alert);
        web.views.delivery(Samples.delivery(alert, 1, Delivery.Outcome.RETRYING));

        assertThat(page("/").expectFirst("#strip").text()).isEqualTo("Severity 3 of 5, Notable 1 alert in 24 h Live "
                + "last article 14 s ago 2 of 3 feeds readable pipeline 38 ms deliveries 1 retrying, 0 failed "
                + "1 feed not readable →");
    }

    @Test
    void aPageHasFiftyRowsAndALinkToTheOlderOnes() throws Exception {
        IntStream.range(0, 60).forEach(i -> put("a" + i, i));

        var first = page("/wire?q=tag:caspian");
        put("new", 0);
        var second = page(first.expectFirst(".older a").attr("href"));

        assertThat(first.select(".row")).hasSize(50);
        assertThat(second.select(".row").eachAttr("data-id"))
                .containsExactlyElementsOf(IntStream.range(50, 60).mapToObj(i -> "a" + i).toList());
        assertThat(second.select(".older")).isEmpty();
    }

    @Test
    void facetsWriteQueryTextAndCount() throws Exception {
        put("a", 1);
        put("b", 2);

        var facet = page("/wire?q=Caspian").expectFirst(".facets a");

        assertThat(facet.text()).isEqualTo("caspian 2");
        assertThat(facet.attr("href")).isEqualTo("/wire?q=Caspian%20tag%3Acaspian");
    }

    @Test
    void theRowThatIsReadIsOpenBesideTheListAndSaysWhyItFired() throws Exception {
        put("a", 20);
        put("b", 10);
        var article = Samples.article("a", "Caspian a", "First words. A drill in the Caspian begins. Last words.", 20,
                "Caspian");
        web.views.article("a", article);
        web.views.alert(Samples.alert(article));

        var page = page("/");

        assertThat(page.expectFirst(".row[aria-current]").attr("data-id")).isEqualTo("a");
        assertThat(page.expectFirst(".pane .quote").text()).isEqualTo("A drill in the Caspian begins.");
        assertThat(page.expectFirst(".pane .quote mark").text()).isEqualTo("Caspian");
        assertThat(page("/?id=b").expectFirst(".pane").attr("data-id")).isEqualTo("b");
    }

    @Test
    void anEmptyFilterSaysWhatWasSearched() throws Exception {
        put("a", 60);

        assertThat(page("/wire?q=tag:naval").expectFirst(".none").text())
                .startsWith("No article matches tag:naval. Searched: 1 article since 03:11:44 Baku · 23:11:44 UTC.");
    }

    @Test
    void aQuietPageGivesItsProofFromTheLastPolls() throws Exception {
        var feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);
        web.views.status(feed.key(), Samples.status(feed, FeedStatus.State.QUIET));
        put("a", 2_180);

        var quiet = page("/").expectFirst(".quiet");

        assertThat(quiet.expectFirst("h2").text()).isEqualTo("No new article since 02:36. The desk is working.");
        assertThat(quiet.text()).contains("1 of 1 feeds readable; last poll 2 s ago");
    }

    @Test
    void withoutAPollTheDeskDoesNotSayThatItWorks() throws Exception {
        assertThat(page("/").expectFirst(".quiet h2").text()).isEqualTo("No article yet. No feed has been read yet.");
    }

    @Test
    void noTemplateTurnsEscapingOff() throws IOException {
        try (var templates = Files.list(Path.of("src/main/jte"))) {
            var texts = templates.map(WireTest::read).toList();
            assertThat(texts).hasSizeGreaterThan(10).noneMatch(text -> text.contains("$unsafe"))
                    .noneMatch(text -> text.contains("style=")).noneMatch(text -> text.contains(" onclick"));
        }
    }

    private static String read(Path template) {
        try {
            return Files.readString(template);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String id, int secondsAgo) {
        web.views.article(id, Samples.article(id, "Caspian " + id, "", secondsAgo, "Caspian"));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(web.get(path).body());
    }
}
