package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksLibraryTest {
    @TempDir
    Path folder;

    @Test
    void isUnpackedOnceUnderTheNameOfItsJar() throws Exception {
        Path file = unpacked();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));

        assertThat(unpacked()).isEqualTo(file);

        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
        assertThat(folder.relativize(file).toString()).matches("rocksdbjni-[0-9.]+/librocksdbjni.*");
        try (var files = Files.list(Objects.requireNonNull(file.getParent()))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void isUnpackedAgainWhereItIsNotWhole() throws Exception {
        Path file = unpacked();
        long whole = Files.size(file);
        Files.writeString(file, "half");

        assertThat(Files.size(unpacked())).isEqualTo(whole);
    }

    private Path unpacked() throws Exception {
        return Objects.requireNonNull(RocksLibrary.unpacked(folder));
    }
}
