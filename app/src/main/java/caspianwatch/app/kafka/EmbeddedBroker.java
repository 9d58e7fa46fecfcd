package caspianwatch.app.kafka;

import caspianwatch.app.FolderLock;
import caspianwatch.app.StartException;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Service;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker of the all-in-one: a single node on 127.0.0.1, its data and its ports kept in a folder. */
public final class EmbeddedBroker implements Service {
    private final Lifecycle lifecycle;
    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(Lifecycle lifecycle, KafkaRaftServer server, int port) {
        this.lifecycle = lifecycle;
        this.server = server;
        this.port = port;
    }

    /** Starts on the folder, which is made at the first start; returns when clients are served. */
    public static EmbeddedBroker start(Path folder) throws StartException {
        var lifecycle = new Lifecycle();
        try {
            Path home = folder.toAbsolutePath().normalize();
            lifecycle.add("lock of " + home, FolderLock.hold(home, "in-use.lock"));
            var ports = BrokerPorts.of(home);
            Path log = home.resolve("log");
            LastWords.install(home);
            format(log);
            var server = new KafkaRaftServer(new KafkaConfig(BrokerConfig.of(ports, log), false), Time.SYSTEM);
            lifecycle.add("broker", () -> {
                server.shutdown();
                server.awaitShutdown();
            });
            server.startup();
            return new EmbeddedBroker(lifecycle, server, ports.broker());
        } catch (StartException e) {
            lifecycle.close();
            throw e;
        } catch (Exception e) {
            lifecycle.close();
            throw new StartException("the Kafka broker in " + folder + " did not start: " + e.getMessage(), e);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public int awaitStop() {
        server.awaitShutdown();
        return closed.get() ? 0 : 1;
    }

    @Override
    public void close() {
        closed.set(true);
        lifecycle.close();
    }

    /** Only where nothing is yet: a second formatting would be a second cluster. */
    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter().setNodeId(BrokerConfig.NODE).setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(BrokerConfig.CONTROLLER)
                .setMetadataLogDirectory(log.toString()).addDirectory(log.toString()).setHasDynamicQuorum(false)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)).run();
    }
}
