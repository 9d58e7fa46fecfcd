package caspianwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "ingest", "processor", "alerts", "web", "tag", "parse", "check", "broker",
            "newswire"})
    void explainsEachCommand(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: caspianwatch " + command);
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("caspianwatch [0-9]+\\.[0-9]+\\.[0-9]+\\R");
    }

    @Test
    void asksForACommand() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("name a command", "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmeo", "--dmeo"})
    void namesWhatItDoesNotKnow(String word) {
        assertThat(run(word)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains(word, "see caspianwatch --help");
    }

    @Test
    void namesAnOptionThatIsNoNumber() {
        assertThat(run("demo", "--port", "many")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("--port", "many", "see caspianwatch demo --help");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(run("parse", folder.resolve("none.xml").toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("none.xml", "cannot be read");
    }

    private int run(String... arguments) {
        return Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
