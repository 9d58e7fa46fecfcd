package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.app.newswire.Newswire;
import caspianwatch.contract.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The demo newswire alone, for services that run as processes of their own. */
@Command(name = "newswire", mixinStandardHelpOptions = true, description = {
        "Serves the demo's invented feeds on 127.0.0.1: a backlog, then one report every 4 seconds.",
        "Let the services read them with CASPIAN_FEEDS_FILE=OUT CASPIAN_FEEDS_ALLOW_NETWORKS=127.0.0.0/8."})
final class NewswireCommand implements Callable<Integer> {
    static final Duration EVERY = Duration.ofSeconds(4);

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "port at the first start; 0, the default, takes a free one. It is kept for later starts")
    private int port;

    @Option(names = "--feeds-file", paramLabel = "OUT", description = "writes the list of feeds there, as CASPIAN_FEEDS_FILE wants it")
    private @Nullable Path feedsFile;

    @Override
    @SuppressWarnings("SystemOut")
    public Integer call() throws Exception {
        Path folder = data.of("newswire");
        Logging.toFile(folder.resolve("logs"));
        return Running.untilStopped(running -> {
            var newswire = running
                    .add(Newswire.start(new Newswire.Config(folder, port, EVERY), Clock.systemUTC()));
            if (feedsFile != null) {
                write(newswire.feeds(), feedsFile);
            }
            System.out.println("The demo newswire serves its feeds at " + newswire.root() + "/");
        });
    }

    /** The table that CASPIAN_FEEDS_FILE wants. */
    private static void write(List<Feed> feeds, Path file) throws StartException {
        String rows = feeds.stream()
                .map(feed -> String.join("\t", feed.title(), feed.url().toString(), feed.country(),
                        Objects.requireNonNullElse(feed.language(), ""), word(feed.kind()), "",
                        feed.reliability().name(), feed.interval().toSeconds() + "s", "yes", ""))
                .collect(Collectors.joining("\n"));
        try {
            Files.writeString(file,
                    "title\turl\tcountry\tlanguage\tkind\taffiliation\treliability\tinterval\tenabled\treason\n"
                            + rows + "\n");
        } catch (IOException e) {
            throw new StartException("the list of feeds cannot be written to " + file + ": name another file", e);
        }
    }

    private static String word(Feed.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
