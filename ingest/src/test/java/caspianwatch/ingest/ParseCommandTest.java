package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Json;
import caspianwatch.ingest.parse.FeedReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ParseCommandTest {
    private static final String RSS = "<rss version='2.0'><channel><title>Harbour</title><item><title>Frigate</title>"
            + "<description>&lt;p onclick='x()'&gt;See &lt;a href='/1'&gt;it&lt;/a&gt;&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;</description>"
            + "<pubDate>Sat, 07 Mar 2026 10:00:00 +0400</pubDate></item></channel></rss>";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    @TempDir
    private Path folder = Path.of("unset");

    private JsonNode[] answers() {
        return out.toString(StandardCharsets.UTF_8).lines().map(line -> Json.read(line, JsonNode.class))
                .toArray(JsonNode[]::new);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void printsOneObjectWithSanitisedHtml() throws IOException {
        int exit = ParseCommand.run(file("feed.xml", RSS), URI.create("https://harbour.example/rss"), null, print);

        assertThat(exit).isZero();
        var answer = answers()[0];
        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(answer.path("title").asText()).isEqualTo("Harbour");
        var entry = answer.path("entries").path(0);
        assertThat(entry.path("published").asText()).isEqualTo("2026-03-07T06:00:00Z");
        assertThat(entry.path("summary").asText()).isEqualTo("<p>See <a href=\"https://harbour.example/1\">it</a></p>");
    }

    @Test
    void saysWhyAFileIsNoFeed() throws IOException {
        int exit = ParseCommand.run(file("page.html", "<html></html>"), null, null, print);

        assertThat(exit).isEqualTo(1);
        assertThat(answers()[0].path("error").asText()).isEqualTo("an HTML page instead of a feed");
    }

    @Test
    void aFaultOfOursInOneDocumentEndsNothing() throws IOException {
        String line = "{\"file\":" + Json.write(file("feed.xml", RSS).toString()) + "}\n";

        ParseCommand.batch((bytes, type, url) -> {
            if (out.size() == 0) {
                throw new StackOverflowError("deep");
            }
            return FeedReader.read(bytes, type, url);
        }, new ByteArrayInputStream((line + line + "x".repeat(5_000) + "\n").getBytes(StandardCharsets.UTF_8)), print);

        assertThat(answers()).extracting(answer -> answer.path("ok").asBoolean()).containsExactly(false, true, false);
        assertThat(answers()[0].path("error").asText()).contains("a fault of this program", "deep");
        assertThat(answers()[2].path("file").asText()).hasSize(200);
    }

    @Test
    void answersEveryLineOfABatchAndGoesOnAfterABadOne() throws IOException {
        String lines = "{\"file\":" + Json.write(file("feed.xml", RSS).toString())
                + "}\nnot json\n{\"file\":\"/nowhere/at/all\"}\n";

        ParseCommand.batch(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), print);

        assertThat(answers()).extracting(answer -> answer.path("ok").asBoolean()).containsExactly(true, false, false);
    }
}
