package caspianwatch.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.FeedStatus.State;
import caspianwatch.web.RunningWeb;
import caspianwatch.web.SampleFeeds;
import caspianwatch.web.Samples;
import caspianwatch.testkit.browser.Chromium;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds in every state, in a browser. */
@Timeout(120)
final class FeedsPicturesTest {
    private static final RunningWeb WEB = new RunningWeb();
    private static Chromium chromium;

    @BeforeAll
    static void start() {
        SampleFeeds.fill(WEB.views, Samples.NOW, 12);
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        WEB.close();
    }

    @Test
    void everyStateIsSeenOnAWideAndANarrowScreenInLightAndDark() {
        var complaints = new ArrayList<String>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                try (var page = chromium.page(width, scheme)) {
                    page.onConsoleMessage(message -> {
                        if (message.type().equals("error") || message.type().equals("warning")) {
                            complaints.add(message.text());
                        }
                    });
                    page.navigate(WEB.at("/feeds").toString());
                    page.waitForSelector(".tbl.feeds .feed");
                    page.screenshot(Chromium.picture("states", width, scheme).setFullPage(true));

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
}
