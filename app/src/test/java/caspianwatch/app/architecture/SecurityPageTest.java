package caspianwatch.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every test that docs/security.md names is there, with something in it. */
final class SecurityPageTest {
    private static final Path ROOT = Path.of("..");
    private static final int ATTACKS = 20;

    @Test
    void everyAttackHasAGuardAndTestsThatExist() throws IOException {
        List<List<String>> attacks = Files.readAllLines(ROOT.resolve("docs/security.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip)
                        .toList())
                .toList();
        Set<String> tests = tests();

        assertThat(attacks).hasSizeGreaterThan(ATTACKS).allSatisfy(row -> {
            assertThat(row).hasSize(3).noneMatch(String::isEmpty);
            assertThat(tests).as(row.getFirst()).contains(row.getLast().split(", ", -1));
        });
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().contains("src/test/java") && file.toString().endsWith("Test.java"))
                    .filter(SecurityPageTest::tests)
                    .map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
    }

    private static boolean tests(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("@Test") || text.contains("@ParameterizedTest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
