package caspianwatch.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildTest {
    @TempDir
    Path folder;

    @Test
    void anotherJarAnotherTimeAndAnotherOptionAreAnotherBuild() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "one");
        var build = new Build(Path.of("java"), List.of("-Xmx512m"), jar.toString());
        String before = build.describe();

        assertThat(build.describe()).isEqualTo(before);
        assertThat(new Build(Path.of("java"), List.of("-Xmx513m"), jar.toString()).describe()).isNotEqualTo(before);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000));
        assertThat(build.describe()).isNotEqualTo(before);
    }

    @Test
    void theRunningOneHasTheClassPathAndTheOptionsOfThisProcess() {
        var running = Build.running();

        assertThat(running.classPath()).isEqualTo(System.getProperty("java.class.path"));
        assertThat(running.options()).contains("--enable-native-access=ALL-UNNAMED")
                .noneMatch(option -> option.startsWith("-XX:AOT") || option.startsWith("-D"));
    }
}
