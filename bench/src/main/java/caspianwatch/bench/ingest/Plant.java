package caspianwatch.bench.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.TopicSetup;
import caspianwatch.contract.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;

/** The processes that are measured: the farm, the broker and ingest, and the records on {@code feeds} that tell it what to poll. */
final class Plant implements AutoCloseable {
    private final Path folder;
    private final Path program;
    private final List<Child> children = new ArrayList<>();
    private final int feeds;
    private final Child farm;
    private final int port;

    /** The farm of so many feeds, and the program from its {@code lib} folder. */
    Plant(Path folder, Path program, int feeds) throws IOException {
        this.folder = folder;
        this.program = program;
        this.feeds = feeds;
        farm = add(Child.start("farm", folder, Map.of(), true, List.of(Child.java(), "-Xmx1g", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Farm.class.getName(), Integer.toString(feeds))));
        port = Integer.parseInt(farm.line());
    }

    Child farm() {
        return farm;
    }

    int port() {
        return port;
    }

    /** The command line of the program, as its launcher calls it; on how much heap. */
    List<String> program(int heapMib, String... words) {
        var command = new ArrayList<>(List.of(Child.java(), "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + heapMib + "m",
                "-XX:+UseSerialGC", "-cp", program + "/*", "caspianwatch.app.cli.Main"));
        command.addAll(List.of(words));
        return command;
    }

    /** Starts the broker; the servers to speak with. */
    Broker broker() throws IOException {
        var child = add(Child.start("broker", folder, Map.of(), true,
                program(512, "broker", "--data", folder.resolve("broker").toString())));
        String line = child.line();
        return new Broker(child, line.substring(line.indexOf('=') + 1));
    }

    /** A broker and where it listens. */
    record Broker(Child process, String servers) {}

    Child ingest(String servers, int heapMib) throws IOException {
        return add(Child.start("ingest", folder, Map.of("KAFKA_BOOTSTRAP_SERVERS", servers, "CASPIAN_DATA",
                folder.resolve("ingest").toString(), "CASPIAN_FEEDS_ALLOW_NETWORKS", "127.0.0.0/8",
                "CASPIAN_HEALTH_PORT", "0"), false, program(heapMib, "ingest")));
    }

    /** Puts every feed of the farm on the topic, to be polled at this interval. */
    void feeds(String servers, Duration interval) throws InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicSetup.ensure(admin, -1, List.of(Topics.FEEDS));
        }
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all"),
                Topics.FEEDS.keys().serializer(), Topics.FEEDS.values().serializer())) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < feeds; i++) {
                Feed feed = feed(i, interval);
                sent.add(producer.send(Topics.FEEDS.record(feed.key(), feed)));
            }
            for (var each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not take the feeds", e);
        }
    }

    private Feed feed(int number, Duration interval) {
        URI url = URI.create(Hosts.url(number, port));
        return new Feed(Feed.idOf(url), url, "Feed " + number, "az", null, Feed.Kind.INDEPENDENT, null,
                Feed.Reliability.C, interval, true, null);
    }

    private Child add(Child child) {
        children.addFirst(child);
        return child;
    }

    @Override
    public void close() {
        children.forEach(Child::close);
    }
}
