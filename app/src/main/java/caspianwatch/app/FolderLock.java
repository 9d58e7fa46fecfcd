package caspianwatch.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second process off a folder. The operating system lets go of it when the process dies, however it dies. */
public final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Creates the folder where it is missing, and holds it by a file in it until closed. */
    public static FolderLock hold(Path folder, String file) throws StartException {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve(file), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new StartException(
                        folder + " is in use by another process: stop that one, or choose another folder with --data");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw new StartException(
                    folder + " cannot be written: choose another folder with --data (" + e.getMessage() + ")", e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
