package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

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

    /** A process of its own, for a JVM loads a library once. */
    static final class Loading {
        public static void main(String[] args) {
            RocksLibrary.load(Path.of(args[0]));
            RocksDB.loadLibrary();
        }
    }

    @Test
    void isLoadedFromThereAndNotFromTheFolderForTemporaryFiles() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        var java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temporary, "-cp",
                System.getProperty("java.class.path"), Loading.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());

        int exit = java.start().waitFor();

        assertThat(exit).as(Files.readString(folder.resolve("said"))).isZero();
        assertThat(temporary).isEmptyDirectory();
        assertThat(folder.resolve("native")).isDirectoryRecursivelyContaining("glob:**/*rocksdbjni*");
    }

    private Path unpacked() throws Exception {
        return Objects.requireNonNull(RocksLibrary.unpacked(folder));
    }
}
