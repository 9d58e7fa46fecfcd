package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Topics;
import caspianwatch.testkit.browser.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a browser. */
@Timeout(240)
final class BrowserTest {
    @TempDir
    private static Path folder;
    private static Stack stack;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        stack = new Stack(folder);
        Until.holds("the backlog is tagged", Duration.ofSeconds(60),
                () -> stack.values(Topics.TAGGED_ARTICLES).size() >= stack.newswire.published());
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        stack.close();
    }

    @Test
    void movesByKeysAndTellsOfNewArticlesWithoutASingleViolation() throws Exception {
        var complaints = new CopyOnWriteArrayList<String>();
        try (var page = chromium.page(1440, ColorScheme.LIGHT)) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(stack.at("/").toString());
            page.waitForSelector("li[data-id]");

            page.keyboard().press("j");
            String first = current(page);
            page.keyboard().press("j");
            String second = current(page);
            page.keyboard().press("k");

            assertThat(first).isNotEmpty();
            assertThat(second).isNotEmpty().isNotEqualTo(first);
            assertThat(current(page)).isEqualTo(first);

            stack.newswire.publishNext();
            page.waitForSelector("button.live:not([hidden])");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void fitsAWideAndANarrowScreenInLightAndDark() throws Exception {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = chromium.page(width, scheme)) {
                    page.navigate(stack.at("/").toString());
                    page.waitForSelector("li[data-id]");
                    page.screenshot(Chromium.picture("wire", width, scheme));

                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing sticks out at " + width)
                            .isEqualTo(width);
                }
            }
        }
    }

    @Test
    void aFeedThatIsFetchedOnRequestAnswersInItsRow() throws Exception {
        var complaints = new CopyOnWriteArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = chromium.page(width, scheme)) {
                    page.onConsoleMessage(message -> {
                        if (message.type().equals("error") || message.type().equals("warning")) {
                            complaints.add(message.text());
                        }
                    });
                    page.navigate(stack.at("/feeds").toString());
                    page.waitForSelector(".tbl.feeds .feed");
                    if (width == 1440 && scheme == ColorScheme.LIGHT) {
                        page.locator(".act button").first().click();
                        page.waitForSelector(".asked");
                        assertThat(page.locator(".asked").first().innerText()).contains("HTTP 200", "entries",
                                "tags in");
                    }
                    page.screenshot(Chromium.picture("feeds", width, scheme));

                    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    /** The article of the row that is marked. */
    private static String current(Page page) {
        return String
                .valueOf(page.evaluate("document.querySelector('li[data-id][aria-current=true]')?.dataset.id ?? ''"));
    }
}
