package caspianwatch.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process, fed by the real web. */
@Command(name = "up", mixinStandardHelpOptions = true, description = {
        "Runs everything in this process on the feeds of the real web: a Kafka broker, all services, the desk.",
        "The first start loads the default list of feeds, or CASPIAN_FEEDS_FILE."})
final class UpCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "P", description = "port of the desk (default: CASPIAN_PORT, 8080)")
    private @Nullable Integer port;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        return AllInOne.of(data.of("up"), port, false, false).run();
    }
}
