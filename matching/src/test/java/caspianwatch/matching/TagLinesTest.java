package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TagLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tagsALineWithEvidenceThatSlices() throws Exception {
        String title = "Корабли Каспийской флотилии провели учения";
        assertThat(run("{\"id\":\"7\",\"title\":\"" + title + "\",\"text\":\"\"}\n")).isTrue();
        var line = Json.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(line.fieldNames()).toIterable().containsExactly("id", "lang", "tags", "alert", "severity",
                "evidence", "entities");
        assertThat(line.get("id").asText()).isEqualTo("7");
        assertThat(line.get("lang").asText()).isEqualTo("ru");
        assertThat(line.get("alert").asBoolean()).isTrue();
        assertThat(line.get("evidence").get(0).fieldNames()).toIterable().containsExactly("tag", "field", "start",
                "end", "text", "rule", "weight");
        for (var each : line.get("evidence")) {
            assertThat(title.substring(each.get("start").asInt(), each.get("end").asInt()))
                    .isEqualTo(each.get("text").asText());
        }
    }

    @Test
    void saysWhichLineCannotBeReadAndGoesOn() {
        assertThat(
                run("{\"id\":\"1\",\"title\":\"x\"}\n\nnothing\n[]\n{\"id\":\"2\",\"text\":\"y\"}\n{\"id\":\"3\"}\n"))
                .isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(3).satisfiesExactly(
                line -> assertThat(line).startsWith("{\"error\":\"line 3: "),
                line -> assertThat(line).contains("line 4: not a JSON object"),
                line -> assertThat(line).contains("line 6: neither title nor text"));
    }

    private boolean run(String lines) {
        return TagLines.run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
