package caspianwatch.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Topics;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The desk in a browser. Its pictures go to target/shots. */
@Timeout(240)
final class BrowserTest {
    private static final Path SHOTS = Path.of("target", "shots");

    @TempDir
    private static Path folder;
    private static Stack stack;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        stack = new Stack(folder);
        Until.holds("the backlog is tagged", Duration.ofSeconds(60),
                () -> stack.values(Topics.TAGGED_ARTICLES).size() >= stack.newswire.published());
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        stack.close();
    }

    @Test
    void movesByKeysAndTellsOfNewArticlesWithoutASingleViolation() throws Exception {
        var complaints = new CopyOnWriteArrayList<String>();
        try (var page = page(1440, 900, ColorScheme.LIGHT)) {
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
        Files.createDirectories(SHOTS);
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = page(width, 900, scheme)) {
                    page.navigate(stack.at("/").toString());
                    page.waitForSelector("li[data-id]");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(SHOTS
                                    .resolve("wire-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));

                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing sticks out at " + width)
                            .isEqualTo(width);
                }
            }
        }
    }

    @Test
    void aFeedThatIsFetchedOnRequestAnswersInItsRow() throws Exception {
        Files.createDirectories(SHOTS);
        var complaints = new CopyOnWriteArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = page(width, 900, scheme)) {
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
                    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS
                            .resolve("feeds-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));

                    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static Page page(int width, int height, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme))
                .newPage();
    }

    /** The article of the row that is marked. */
    private static String current(Page page) {
        return String
                .valueOf(page.evaluate("document.querySelector('li[data-id][aria-current=true]')?.dataset.id ?? ''"));
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser").map(Path::of).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no chromium; make test installs or names it"));
    }
}
