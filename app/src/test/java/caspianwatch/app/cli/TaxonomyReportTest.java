package caspianwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.matching.Taxonomy;
import caspianwatch.matching.taxonomy.RuleFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TaxonomyReportTest {
    private static final String HEAD = """
            tags:
              - id: harbour-light
                name: Harbour lights
                group: own
                colour: "#123456"
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @Test
    void showsTheWordsOfATagByLanguageAndWhatNoExampleMeets() {
        boolean good = report("""
                terms: {en: {lighthouse~: 3, beacon: 3}, ru: {маяк~: 3}}
                examples: {positive: [{lang: en, title: Lighthouse dark for a night}]}
                """);
        assertThat(good).isTrue();
        assertThat(out()).containsPattern("harbour-light +2    1    · ").contains("Every example comes out as it must.",
                "1 of 3 words (33.3 %) stand in an example, 2 in none:");
    }

    @Test
    void namesFileLineTagAndExampleThatComesOutWrongWithTheReason() {
        boolean good = report("""
                terms: {en: {lighthouse~: 1}}
                examples: {positive: [{lang: en, title: Lighthouse dark for a night}]}
                """);
        assertThat(good).isFalse();
        assertThat(out()).contains("own.yaml:7", "tag harbour-light", "positive example 1", "must get the tag",
                "1.5 of 3 points", "1 example comes out wrong");
    }

    @Test
    void aMandatoryTagWithoutWordsInAMandatoryLanguageIsWrong() {
        boolean good = report("""
                mandatory: true
                terms: {en: {lighthouse~: 3}, ru: {маяк~: 3}}
                """);
        assertThat(good).isFalse();
        assertThat(out()).contains("no words in az fa tr kk tk", "none");
    }

    @Test
    void aMandatoryTagWithoutWordsInAWantedLanguageIsAWarning() {
        String words = "en ru az fa tr kk tk uk hy ar".replaceAll("(\\w+)", "$1: {w$1: 3},");
        assertThat(report("mandatory: true\nterms: {" + words + "}\n")).isTrue();
        assertThat(out()).contains("warning: no words in ka de fr: harbour-light");
    }

    @Test
    void theShippedTaxonomyHasNoSilentRule() {
        new TaxonomyReport(Taxonomy.builtIn(), false, new PrintStream(out, true, StandardCharsets.UTF_8)).print();
        assertThat(out()).contains("  0 rules fired on no example.");
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithItsLine() throws Exception {
        Path file = folder.resolve("own.yaml");
        Files.writeString(file, HEAD + "    terms: {xx: {lighthouse~: 3}}");
        assertThat(check(file)).isEqualTo(1);
        assertThat(err.toString()).contains("own.yaml:6", "tag harbour-light", "no endings are known for ~xx");
    }

    @Test
    void aFolderWithoutFilesIsNamed() {
        assertThat(check(folder)).isEqualTo(1);
        assertThat(err.toString()).contains("has no YAML file");
        assertThat(check(folder.resolve("nothing.yaml"))).isEqualTo(1);
        assertThat(err.toString()).contains("nothing.yaml cannot be read");
    }

    private int check(Path path) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute("check", "--taxonomy", path.toString());
    }

    private boolean report(String rest) {
        var taxonomy = Taxonomy.of(List.of(new RuleFile("own.yaml", HEAD + rest.indent(4))));
        return new TaxonomyReport(taxonomy, false, new PrintStream(out, true, StandardCharsets.UTF_8)).print();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
