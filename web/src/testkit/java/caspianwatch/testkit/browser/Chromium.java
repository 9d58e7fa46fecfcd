package caspianwatch.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium. Pictures go to target/shots. */
public final class Chromium implements AutoCloseable {
    private static final Path SHOTS = Path.of("target", "shots");

    private final Playwright playwright = Playwright
            .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright.chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    /** A page without a past, 900 pixels high. */
    public Page page(int width, ColorScheme scheme) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme))
                .newPage();
    }

    /** What {@code name-width-scheme.png} is taken with. */
    public static Page.ScreenshotOptions picture(String name, int width, ColorScheme scheme) {
        try {
            Files.createDirectories(SHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"));
    }

    private static Path program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser").map(Path::of).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no chromium; make test installs or names it"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
