package caspianwatch.app.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
    /** What a JVM would do: the second call makes the cache of what the first one wrote. */
    private static final String MAKES = """
            for option; do
                case $option in
                    -XX:AOTMode=*) mode=${option#*=} ;;
                    -XX:AOTConfiguration=*) recorded=${option#*=} ;;
                    -XX:AOTCache=*) cache=${option#*=} ;;
                esac
            done
            case $mode in
                record) printf '%s' "$*" >"$recorded" ;;
                create) cp "$recorded" "$cache" ;;
            esac
            """;

    @TempDir
    Path folder;

    @Test
    void theCacheIsWhatTheSecondStepMadeOfADemoAndNothingElseStays() throws Exception {
        Optional<Path> cache = rehearsal(MAKES).cache();

        assertThat(cache).isPresent();
        assertThat(Files.readString(cache.get())).contains("-Xmx7m", "-cp the.jar caspianwatch.app.cli.Main demo",
                "--rehearse", "--port 0");
        assertThat(folder.resolve("aot")).isDirectoryContaining(cache.get()::equals)
                .isDirectoryNotContaining("glob:**rehearsal");
    }

    @Test
    void aFailureLeavesNoCacheButWhatItSaid() throws Exception {
        assertThat(rehearsal("echo no memory; exit 1").cache()).isEmpty();

        assertThat(folder.resolve("aot/rehearsal/record.log")).hasContent("no memory");
    }

    @Test
    void closingEndsItsProcessAndClearsAway() throws Exception {
        var rehearsal = rehearsal("echo $$ >" + folder.resolve("pid") + ".new; mv " + folder.resolve("pid") + ".new "
                + folder.resolve("pid") + "; exec sleep 600");
        var cache = CompletableFuture.supplyAsync(() -> cache(rehearsal));
        while (!Files.exists(folder.resolve("pid"))) {
            assertThat(cache).isNotDone();
            Thread.onSpinWait();
        }
        long process = Long.parseLong(Files.readString(folder.resolve("pid")).strip());

        rehearsal.close();

        assertThat(cache.get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(ProcessHandle.of(process)).isEmpty();
        assertThat(folder.resolve("aot/rehearsal")).doesNotExist();
    }

    @Test
    void oneThatWasClosedBeforeStartsNothing() throws Exception {
        var rehearsal = rehearsal("touch " + folder.resolve("ran"));
        rehearsal.close();

        assertThat(rehearsal.cache()).isEmpty();
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    private static Optional<Path> cache(Rehearsal rehearsal) {
        try {
            return rehearsal.cache();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rehearsal rehearsal(String java) throws IOException {
        Path script = folder.resolve("java");
        Files.writeString(script, "#!/bin/sh\n" + java);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new Rehearsal(folder.resolve("aot/rehearsal"), new Build(script, List.of("-Xmx7m"), "the.jar"));
    }
}
