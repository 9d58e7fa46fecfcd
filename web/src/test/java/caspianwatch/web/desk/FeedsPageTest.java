package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.History;
import caspianwatch.contract.FeedStatus.Rhythm;
import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.SampleFeeds;
import caspianwatch.web.Samples;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The Feeds page and the page of one feed. */
final class FeedsPageTest {
    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void worstComesFirstAndEveryStateHasItsCount() throws Exception {
        SampleFeeds.fill(web.views, Samples.NOW, 40);
        var page = page("/feeds");

        assertThat(page.select(".grp th").eachText()).startsWith("Not readable 6", "Readable, but look 3")
                .anyMatch(text -> text.startsWith("Readable 42, 24 shown"));
        assertThat(page.select("a.look").text()).as("what was not asked yet is not dark")
                .startsWith("6 feeds not readable");
        assertThat(page.select(".tally a").eachText()).contains("All 53", "SILENT 1", "DISABLED 1");
        assertThat(page.getAllElements().size()).isLessThan(1_500);
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void aListOfThousandsIsCutInEveryGroup() throws Exception {
        for (int i = 0; i < 600; i++) {
            var feed = Samples.feed(i, true);
            web.views.feed(feed.key(), feed);
        }

        assertThat(page("/feeds").select(".grp th").eachText()).containsExactly("Not asked yet 600, 24 shown · all");
        assertThat(page("/feeds?state=new").select("tr[id]")).hasSize(500);
        assertThat(page("/feeds?state=new&all=yes").select("tr[id]")).hasSize(600);
    }

    @ParameterizedTest
    @CsvSource({"state, ascending, Alpha Bravo", "feed, ascending, Alpha Bravo", "new, descending, Bravo Alpha",
            "rhythm, descending, Bravo Alpha", "next, ascending, Bravo Alpha", "nonsense, ascending, Alpha Bravo"})
    void eachColumnThatHasAnOrderSortsByItsHead(String sort, String direction, String order) throws Exception {
        put("Bravo", State.OK, Duration.ofMinutes(1), 30, Duration.ofMinutes(2));
        put("Alpha", State.OK, Duration.ofHours(1), 2, Duration.ofHours(2));
        put("Zulu", State.BLOCKED, null, 0, null);
        var page = page("/feeds?country=AZ&sort=" + sort);

        assertThat(page.select(".feed").eachText()).containsExactly(("Zulu " + order).split(" "));
        assertThat(page.select("th[aria-sort]").eachAttr("aria-sort")).containsExactly(direction);
        assertThat(page.select("thead a").eachAttr("href")).contains("/feeds?country=AZ",
                "/feeds?country=AZ&sort=new");
    }

    @Test
    void whatCannotBeReadSaysSinceWhen() throws Exception {
        put("Alpha", State.OK, Duration.ofHours(1), 2, Duration.ofHours(2));
        put("Zulu", State.BLOCKED, null, 0, null);

        assertThat(page("/feeds").select(".begun").eachText()).singleElement().asString().startsWith("since ");
        assertThat(page("/feeds").select(".reason:has(.begun)").eachText()).singleElement().asString()
                .startsWith("seen since ");
    }

    private void put(String title, State state, @Nullable Duration sinceNew, double perDay, @Nullable Duration next) {
        var url = URI.create("https://" + title.toLowerCase(Locale.ROOT) + ".example/rss");
        var feed = new Feed(Feed.idOf(url), url, title, "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                Duration.ofMinutes(10), true, null);
        web.views.feed(feed.key(), feed);
        web.views.status(feed.key(), new FeedStatus(feed.id(), state, "seen", Samples.NOW.minusSeconds(60), null, null,
                Samples.NOW, sinceNew == null ? null : Samples.NOW.minus(sinceNew),
                next == null ? null : Samples.NOW.plus(next), 0, 200, 100, 5, 0, List.of(), null, List.of(), null, null,
                perDay == 0 ? null : new Rhythm(perDay, 9, 3, null), null, null));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateIsAWordAShapeAndAFilter(State state) throws Exception {
        SampleFeeds.fill(web.views, Samples.NOW, 3);
        var page = page("/feeds?state=" + SampleFeeds.word(state));

        assertThat(page.select(".tbl .st").eachText()).isNotEmpty().containsOnly(state.name());
        assertThat(page.select(".tbl .st svg")).isNotEmpty();
        assertThat(page.select(".reason").eachText()).isNotEmpty().doesNotContain("");
    }

    @Test
    void aTimeToTryThatIsPastIsDueAndNoClock() throws Exception {
        var feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);
        web.views.status(feed.key(), new FeedStatus(feed.id(), State.OK, "304, 10 entries", Samples.NOW, null, null,
                Samples.NOW, null, Samples.NOW.minusSeconds(1), 0, 304, 0, 10, 0, List.of()));

        var due = page("/feeds").select("time:containsOwn(due)");
        assertThat(due).hasSize(1);
        assertThat(due.hasAttr("data-form")).isFalse();
    }

    @Test
    void coverageNamesEachCountryOfTheShoreAndThinOnesStandOut() throws Exception {
        SampleFeeds.fill(web.views, Samples.NOW, 0);
        var cover = page("/feeds").select(".cover > a");

        assertThat(cover.select("span").eachText()).contains("Azerbaijan", "Russia", "Iran", "Kazakhstan",
                "Turkmenistan");
        assertThat(cover.stream().filter(each -> each.hasClass("low"))).isNotEmpty();
    }

    @Test
    void aFetchAnswersInItsRowWithEveryFact() throws Exception {
        Feed feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);
        var answer = web.send(HttpRequest.newBuilder(web.at("/feeds/" + feed.id() + "/fetch?part=row"))
                .header("Sec-Fetch-Site", "same-origin").header("Origin", "null").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse("<table>" + answer.body() + "</table>").select(".asked span").eachText()).contains(
                "HTTP 200", "application/rss+xml", "1,234 bytes", "rss 2.0", "1 entry, 1 new")
                .anyMatch(text -> text.startsWith("dates ")).anyMatch(text -> text.contains("caspian 1"));
    }

    @Test
    void withoutTheScriptTheFetchLeadsToThePageThatShowsIt() throws Exception {
        Feed feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);
        var answer = web.send(HttpRequest.newBuilder(web.at("/feeds/" + feed.id() + "/fetch"))
                .POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(
                location -> assertThat(location).endsWith("/feeds/" + feed.id() + "#asked"));
    }

    @Test
    void aPreviewIsSavedFromItsOwnPage() throws Exception {
        var answer = form("/feeds/previews", "url=https%3A%2F%2Ftidewire.example%2Frss");
        String at = answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        var page = page(at);

        assertThat(page.select(".previews .tag").eachText()).contains("caspian");
        assertThat(page.select("input[name=title]").eachAttr("value")).containsExactly("Tidewire <b>EN</b>");

        form(at, "title=Tidewire&url=https%3A%2F%2Ftidewire.example%2Frss&country=AZ&enabled=yes");
        assertThat(web.views.feeds()).singleElement()
                .satisfies(known -> assertThat(known.feed().enabled()).isTrue());
    }

    @Test
    void aWrongFormComesBackWithWhatIsWrong() throws Exception {
        Feed feed = Samples.feed(1, true);
        web.views.feed(feed.key(), feed);

        var answer = form("/feeds/" + feed.id(), "url=http%3A%2F%2F10.0.0.1%2F");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select(".notice").text()).startsWith("url: ");
    }

    @Test
    void hostileWordsOfAFeedStayWords() throws Exception {
        String evil = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
        Feed feed = Samples.feed(1, false);
        var hostile = new Feed(feed.id(), feed.url(), evil, "AZ", "en", Feed.Kind.WIRE, evil, Feed.Reliability.B,
                feed.interval(), false, evil);
        web.views.feed(feed.key(), hostile);

        for (String path : List.of("/feeds", "/feeds/" + feed.id())) {
            var page = page(path);
            assertThat(page.select("script:not([src]), img, [onerror]")).isEmpty();
            assertThat(page.text()).contains("<script>alert(1)</script>");
        }
    }

    @Test
    void barsAreDrawnFromTheFirstHourThatWasSeenAndHolesAreHatched() {
        var counts = new ArrayList<>(Collections.nCopies(28, 0));
        Collections.fill(counts.subList(0, 4), -1);
        counts.set(10, 8);
        Collections.fill(counts.subList(20, 24), -1);
        counts.set(27, 4);
        var spark = Spark.of(new History(Samples.NOW, 6, counts));

        assertThat(spark.gaps()).containsExactly(new Spark.Gap("80.5", "14"));
        assertThat(spark.bars()).isEqualTo("M40 19v-19.0h3V19z");
        assertThat(spark.open()).isEqualTo("M108 19v-9.5h3V19z");
        assertThat(spark.label()).isEqualTo("New entries in 7 days: 12, at most 8 in 6 hours; 48 hours were not seen");
    }

    private Document page(String path) throws Exception {
        var answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> form(String path, String body) throws Exception {
        return web.send(HttpRequest.newBuilder(web.at(path))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }
}
