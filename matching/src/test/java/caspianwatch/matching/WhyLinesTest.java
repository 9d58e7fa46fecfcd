package caspianwatch.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import caspianwatch.contract.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WhyLinesTest {
    private static final String LINE = "{\"id\":\"7\",\"title\":\"Storm delays the ferry at Aktau\",\"text\":\"\"}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void explainsATagInWordsUnderTheHeadline() throws QueryException {
        assertThat(run("naval-exercise", false, LINE)).isTrue();
        assertThat(out()).startsWith("7  Storm delays the ferry at Aktau  (en, severity ")
                .contains("tag:naval-exercise is not given");
    }

    @Test
    void explainsAQueryAsJson() throws Exception {
        assertThat(run("ferry AND \"missile boat\"", true, LINE)).isTrue();
        var why = Json.MAPPER.readTree(out()).get("why");
        assertThat(why.get("query").asText()).isEqualTo("ferry AND \"missile boat\"");
        assertThat(why.get("matches").asBoolean()).isFalse();
        assertThat(why.get("nearMiss").asBoolean()).isTrue();
        assertThat(why.at("/missing/0/clause").asText()).isEqualTo("\"missile boat\"");
        assertThat(why.at("/missing/0/kind").asText()).isEqualTo("ABSENT");
        assertThat(why.at("/held/0/text").asText()).isEqualTo("ferry");
    }

    @Test
    void refusesATagThatIsNotThere() {
        assertThat(catchThrowableOfType(QueryException.class, () -> run("tag:naval-exercises", false, LINE)))
                .hasMessageContaining("perhaps tag:naval-exercise");
    }

    @Test
    void saysWhichLineCannotBeRead() throws QueryException {
        assertThat(run("caspian", false, "[]\n" + LINE)).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 1: not a JSON object");
        assertThat(out()).startsWith("7  Storm");
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private boolean run(String asked, boolean json, String lines) throws QueryException {
        return WhyLines.run(asked, json, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
