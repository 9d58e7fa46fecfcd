package caspianwatch.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Topic;
import caspianwatch.contract.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md states of topics and modules is what the code and the poms say. */
final class ArchitecturePageTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>([a-z]+)</module>");
    private static final Pattern OURS = Pattern
            .compile("<groupId>caspianwatch</groupId><artifactId>([a-z]+)</artifactId></dependency>");

    @Test
    void namesEveryTopicWithItsPartitionsAndRetention() throws IOException {
        var topics = Topics.all().stream().map(topic -> List.of(topic.name(), Integer.toString(topic.partitions()),
                topic.partitionKey().name().toLowerCase(Locale.ROOT), kept(topic))).toList();

        assertThat(table("| topic |")).isEqualTo(topics);
    }

    @Test
    void namesEveryModuleWithTheModulesItUses() throws IOException {
        var modules = found(MODULE, Files.readString(ROOT.resolve("pom.xml")));

        var stated = table("| module |");
        assertThat(stated.stream().map(List::getFirst)).isEqualTo(modules);
        for (List<String> row : stated) {
            assertThat(row.getLast()).as("what %s uses", row.getFirst()).isEqualTo(
                    String.join(" ", found(OURS, Files.readString(ROOT.resolve(row.getFirst()).resolve("pom.xml")))));
        }
    }

    private static String kept(Topic<?, ?> topic) {
        return switch (topic.kept()) {
            case Topic.Kept.Compacted _ -> "compacted";
            case Topic.Kept.Days(int days) -> days + " days";
        };
    }

    private static List<List<String>> table(String head) throws IOException {
        return Files.readString(ROOT.resolve("docs/architecture.md")).lines().dropWhile(line -> !line.startsWith(head))
                .skip(2).takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
