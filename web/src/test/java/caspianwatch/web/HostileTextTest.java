package caspianwatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Delivery;
import caspianwatch.contract.TaggedArticle;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a publisher, a subscriber or a link writes is text on every page. */
final class HostileTextTest {
    private final RunningWeb web = new RunningWeb();

    @AfterEach
    void stop() {
        web.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>",
            "' onmouseover='alert(1)", "&lt;script&gt;alert(1)&lt;/script&gt;",
            "<a href=\"jav&#x09;ascript:alert(1)\">x",
            "<style>@import'//e'</style>", "<base href=//e>", "<meta http-equiv=refresh content=\"0;url=//e\">",
            "<math><xmp><iframe/srcdoc=x>", "<noscript><p title=\"</noscript><img src onerror=alert(1)>\">",
            "{{constructor.constructor('alert(1)')()}}", "</mark></a></li></ol><iframe src=//e>", "<!--", "]]>",
            "${7*7}", "</title><script>alert(1)</script>"})
    void isShownAsItWasWritten(String hostile) throws Exception {
        var article = article("a1", hostile);
        web.views.article("a1", article);
        var alert = Samples.alert(article);
        web.views.alert(alert);
        web.views.delivery(Samples.delivery(alert, 1, Delivery.Outcome.RETRYING));
        String typed = URLEncoder.encode(hostile, StandardCharsets.UTF_8);

        var wire = page("/");
        assertThat(wire.expectFirst(".row .hl").text()).isEqualTo(text(hostile) + " Caspian");
        assertThat(wire.expectFirst(".row .src").text()).isEqualTo(text(hostile));
        assertThat(wire.expectFirst(".row .hl mark").text()).isEqualTo("Caspian");
        var reading = page("/article/a1");
        assertThat(reading.expectFirst("h1").text()).isEqualTo(text(hostile) + " Caspian");
        assertThat(reading.expectFirst(".body").text()).isEqualTo(text("Body " + hostile + " Caspian"));
        page("/article/a1/pane");
        page("/wire?q=" + typed);
        page("/wire?source=" + typed + "&tag=" + typed + "&lang=" + typed);
        page("/wire?before=" + typed + "&id=" + typed);
        page("/article/" + typed.replace("+", "%20").replace("%2F", "-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JaVaScRiPt:alert(1)", "javascript://newswire.example/%0aalert(1)",
            "data:text/html,%3Cscript%3E", "vbscript:x", "file:///etc/passwd", "https://user:pw@newswire.example/",
            "//newswire.example/", "mailto:a@b.example"})
    void anAddressThatIsNotAWebPageIsNoLink(String address) throws Exception {
        web.views.article("a1",
                Samples.article("a1", "Caspian", "Text", "Tidewire", URI.create(address), 60, "Caspian"));

        assertThat(page("/article/a1").select("main a[href]").eachAttr("href")).allMatch(each -> each.startsWith("/"));
        assertThat(web.get("/topics/all.atom").body()).contains("/article/a1").doesNotContain(address);
        assertThat(web.get("/topics/all.json").body()).doesNotContain(address);
    }

    @Test
    void textThatTurnsAroundIsContainedAndAForeignHostIsShownAsItIsLookedUp() throws Exception {
        web.views.article("a1", Samples.article("a1", "Fleet \u202Egnp.exe", "x", "Tide\u2067wire",
                URI.create("https://xn--80ak6aa92e.example/"), 60));

        var page = page("/article/a1");
        assertThat(page.html()).doesNotContain("\u202E", "\u2067");
        assertThat(page.text()).contains("(xn--80ak6aa92e.example)");
    }

    private static TaggedArticle article(String id, String hostile) {
        return Samples.article(id, hostile + " Caspian", "Body " + hostile + " Caspian", hostile,
                URI.create("https://newswire.example/1?a=%22%3E%3Cscript%3E"), 60, "Caspian");
    }

    /** The page as a browser reads it, after making sure that nothing in it is active but our own module. */
    private Document page(String path) throws Exception {
        var answer = web.get(path, "Accept", "text/html");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("script").eachAttr("src")).allMatch("/assets/desk.js"::equals);
        assertThat(page.select("script")).hasSameSizeAs(page.select("script[src][type=module]"));
        assertThat(page.select("iframe, object, embed, base, meta[http-equiv], style, math, img, template, noscript"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).doesNotStartWith("on").isNotIn("style", "srcdoc", "formaction");
                if (name.equals("href") || name.equals("src") || name.equals("action")) {
                    assertThat(attribute.getValue()).matches("(/|https?://|#main).*");
                }
            });
        }
        return page;
    }

    /** As a parser collapses white space. */
    private static String text(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }
}
