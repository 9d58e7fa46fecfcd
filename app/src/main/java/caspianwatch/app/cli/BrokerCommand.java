package caspianwatch.app.cli;

import caspianwatch.app.kafka.EmbeddedBroker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The embedded broker alone, for services that run as processes of their own. */
@Command(name = "broker", mixinStandardHelpOptions = true, description = {
        "Runs a single-node Kafka broker on 127.0.0.1, kept in the data folder.",
        "Its first line on stdout is KAFKA_BOOTSTRAP_SERVERS=HOST:PORT, as the services want it."})
final class BrokerCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Override
    @SuppressWarnings("SystemOut")
    public Integer call() throws Exception {
        Path folder = data.of("broker");
        Logging.toFile(folder.resolve("logs"));
        return Running.untilStopped(running -> {
            var broker = running.add(EmbeddedBroker.start(folder.resolve("kafka")));
            System.out.println("KAFKA_BOOTSTRAP_SERVERS=" + broker.bootstrapServers());
        });
    }
}
