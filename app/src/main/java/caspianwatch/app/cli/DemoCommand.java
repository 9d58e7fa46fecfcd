package caspianwatch.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process, fed by the demo newswire. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = {
        "Runs everything in this process on an invented newswire: a Kafka broker, all services, the desk.",
        "No account, no network: feeds and webhooks may be on this machine."})
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "P", description = "port of the desk (default: CASPIAN_PORT, 8080)")
    private @Nullable Integer port;

    /** For the making of the start cache. */
    @Option(names = "--rehearse", hidden = true)
    private boolean rehearse;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        return AllInOne.of(data.of("demo"), port, true, rehearse).run();
    }
}
