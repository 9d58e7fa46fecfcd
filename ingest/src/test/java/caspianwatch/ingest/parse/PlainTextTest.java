package caspianwatch.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PlainTextTest {
    @Test
    void keepsParagraphsAndDropsWhatRuns() {
        String html = "<p>One <b>two</b></p>\n<script>alert(1)</script><div>three<br>four</div><style>p{}</style><ul><li>five</li></ul>";

        assertThat(PlainText.of(Markup.html(html))).isEqualTo("One two\n\nthree\nfour\n\nfive");
    }

    @Test
    void decodesEntitiesOnce() {
        assertThat(PlainText.of(Markup.html("a &amp;lt;b&amp;gt; c"))).isEqualTo("a &lt;b&gt; c");
    }

    @Test
    void leavesPlainTextAlone() {
        assertThat(PlainText.line(Markup.plain("depth <b> 5 &amp; 6"), 100)).isEqualTo("depth <b> 5 &amp; 6");
    }

    @Test
    void titlesAreOneLineWithoutWhatReordersIt() {
        assertThat(PlainText.line(Markup.plain("Fleet\u202E\n\tsails\u2066 \u0000now\u2069"), 100))
                .isEqualTo("Fleet sails now");
    }

    @Test
    void dropsTheLineOfTheBlogSoftware() {
        assertThat(
                PlainText.of(Markup.html("<p>News.</p><p>The post <a>News</a> appeared first on <a>Harbour</a>.</p>")))
                .isEqualTo("News.");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String ships = "⛴🚢".repeat(1_000);

        for (int bytes = 90; bytes < 100; bytes++) {
            String cut = PlainText.capped(ships, bytes);
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(bytes - 4, bytes);
            assertThat(ships).startsWith(cut);
            assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
        }
        assertThat(PlainText.line(Markup.plain("🚢🚢"), 3)).isEqualTo("🚢");
    }
}
