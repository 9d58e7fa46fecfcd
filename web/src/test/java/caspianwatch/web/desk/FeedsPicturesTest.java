package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.SampleFeeds;
import caspianwatch.web.Samples;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds in every state, in a browser. The pictures go to target/shots. */
@Timeout(120)
final class FeedsPicturesTest {
    private static final Path SHOTS = Path.of("target", "shots");
    private static final RunningWeb WEB = new RunningWeb();
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(SHOTS);
        SampleFeeds.fill(WEB.views, Samples.NOW, 12);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
        WEB.close();
    }

    @Test
    void everyStateIsSeenOnAWideAndANarrowScreenInLightAndDark() {
        var complaints = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = browser
                        .newContext(
                                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))
                        .newPage()) {
                    page.onConsoleMessage(message -> {
                        if (message.type().equals("error") || message.type().equals("warning")) {
                            complaints.add(message.text());
                        }
                    });
                    page.navigate(WEB.at("/feeds").toString());
                    page.waitForSelector(".tbl.feeds .feed");
                    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(
                            "states-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));

                    for (var state : State.values()) {
                        assertThat(page.locator(".tbl .st:visible").allInnerTexts()).as("states at " + width)
                                .anyMatch(text -> text.contains(state.name()));
                    }
                    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
                    assertThat(page.evaluate("""
                            Array.from(document.querySelectorAll('.tbl .st, .tbl .reason'))
                                .filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth + 1
                                    && getComputedStyle(each).overflowX !== 'visible'
                                    && getComputedStyle(each).textOverflow !== 'ellipsis').length""")).as("cut off")
                            .isEqualTo(0);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser").map(Path::of).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no chromium; make test installs or names it"));
    }
}
