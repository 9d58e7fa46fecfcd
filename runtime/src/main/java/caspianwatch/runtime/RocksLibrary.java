package caspianwatch.runtime;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.util.Environment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RocksDB's native library, unpacked once beside the data. RocksDB would unpack its 15 MB into the folder for temporary files
 * at every start, and a process that is killed leaves them there.
 */
final class RocksLibrary {
    private static final Logger log = LoggerFactory.getLogger(RocksLibrary.class);

    private RocksLibrary() {}

    /** Loads it; where this way does not work, RocksDB goes its own when it is first used. */
    static synchronized void load(Path data) {
        try {
            Path file = unpacked(data.resolve("native"));
            if (file != null) {
                RocksDB.loadLibrary(List.of(String.valueOf(file.getParent())));
            }
        } catch (IOException | UnsatisfiedLinkError e) {
            log.info("RocksDB loads its library by itself: {}", e.toString());
        }
    }

    /** Where it stands below the folder, by the jar that it came from; null where the jar has none for this machine. */
    static @Nullable Path unpacked(Path folder) throws IOException {
        URL library = RocksDB.class.getResource("/" + Environment.getJniLibraryFileName("rocksdb"));
        if (library == null) {
            return null;
        }
        String jar = library.getPath().replaceFirst("!/.*", "").replaceFirst(".*/", "").replaceFirst("\\.jar$", "");
        // In a folder RocksDB looks for it under this name.
        String name = Environment.getJniLibraryFileName("rocksdbjni");
        Path file = folder.resolve(jar).resolve(name);
        var packed = library.openConnection();
        try (var in = packed.getInputStream()) {
            if (!Files.exists(file) || Files.size(file) != packed.getContentLengthLong()) {
                Files.createDirectories(folder.resolve(jar));
                // Several processes may do it at once, and none may load half a file.
                Path fresh = Files.createTempFile(folder.resolve(jar), name, ".new");
                Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }
}
