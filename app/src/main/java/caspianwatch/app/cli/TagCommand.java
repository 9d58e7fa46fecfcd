package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.matching.TagLines;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tags articles without a broker. */
@Command(name = "tag", mixinStandardHelpOptions = true, description = {"Tags articles: JSON lines in, JSON lines out.",
        "In:  {\"id\",\"lang\"?,\"title\",\"text\"}",
        "Out: {\"id\",\"lang\",\"tags\":[ids],\"alert\":bool,\"severity\",\"evidence\":[{\"tag\",\"field\",\"start\",\"end\",\"text\",\"rule\",\"weight\"}],",
        "      \"entities\":[{\"id\",\"kind\",\"name\",\"latitude\"?,\"longitude\"?,\"evidence\"}]}",
        "alert is the verdict of the built-in subscription 'Regional defence and naval news'.",
        "start and end count UTF-16 code units, as Java and JavaScript do; slicing the field gives the text."})
final class TagCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "JSON lines; standard input where it is absent")
    private @Nullable Path file;

    @Override
    public Integer call() throws StartException {
        Logging.toStderr();
        try (InputStream in = opened(file)) {
            return TagLines.run(in, stdout(), stderr()) ? 0 : Main.FAILED;
        } catch (IOException e) {
            throw new StartException(file + " cannot be read: name a file of JSON lines (" + e.getMessage() + ")", e);
        }
    }

    /** The file, else standard input, which stays open when this is closed: it belongs to the process. */
    static InputStream opened(@Nullable Path file) throws IOException {
        return file != null ? Files.newInputStream(file) : new FilterInputStream(System.in) {
            @Override
            public void close() {}
        };
    }

    /** To be flushed, not closed: it belongs to the process. UTF-8 whatever the terminal's locale says: JSON is. */
    static PrintStream stdout() {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false,
                StandardCharsets.UTF_8);
    }

    private static PrintStream stderr() {
        return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }
}
