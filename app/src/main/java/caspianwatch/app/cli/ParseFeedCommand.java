package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.ingest.ParseCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Parses feed documents without a network. */
@Command(name = "parse", mixinStandardHelpOptions = true, description = {
        "Parses a feed document and prints it as one JSON object; exit code 1 where it is no feed.",
        "With --batch: one line {\"file\",\"url\"?,\"contentType\"?} in, one JSON object out."})
final class ParseFeedCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "the document, as its server sent it; with --batch the lines (standard input where it is absent)")
    private @Nullable Path file;

    @Option(names = "--url", paramLabel = "U", description = "where it came from: relative links are resolved against it")
    private @Nullable URI url;

    @Option(names = "--content-type", paramLabel = "T", description = "the Content-Type that its server gave")
    private @Nullable String contentType;

    @Option(names = "--batch", description = "many documents, named by JSON lines")
    private boolean batch;

    @Override
    public Integer call() throws StartException {
        Logging.toStderr();
        PrintStream out = TagCommand.stdout();
        if (batch) {
            return batch(out);
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "name a FILE");
        }
        if (!Files.isReadable(file)) {
            throw new StartException(file + " cannot be read: name a file that holds a feed document");
        }
        int code = ParseCommand.run(file, url, contentType, out);
        out.flush();
        return code;
    }

    private int batch(PrintStream out) throws StartException {
        try (var in = TagCommand.opened(file)) {
            ParseCommand.batch(in, out);
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new StartException("the lines cannot be read: name a file of JSON lines (" + e.getMessage() + ")", e);
        }
    }
}
