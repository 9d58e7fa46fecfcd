package caspianwatch.runtime;

import caspianwatch.contract.Topic;
import caspianwatch.contract.TopicSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real broker in this JVM, on free ports of the loopback. */
final class TestBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final KafkaSettings settings;

    private TestBroker(KafkaRaftServer server, KafkaSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    static TestBroker start(Path folder) throws Exception {
        String log = folder.resolve("log").toString();
        new Formatter().setNodeId(1).setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction()).setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log).addDirectory(log).setHasDynamicQuorum(false)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)).run();
        int[] ports = freePorts();
        var server = new KafkaRaftServer(new KafkaConfig(config(ports, log), false), Time.SYSTEM);
        server.startup();
        return new TestBroker(server, new KafkaSettings("127.0.0.1:" + ports[0], folder, 1));
    }

    KafkaSettings settings() {
        return settings;
    }

    /** The settings of another instance, with its own folder. */
    KafkaSettings settings(Path folder) {
        return new KafkaSettings(settings.bootstrapServers(), folder, 1);
    }

    Admin admin() {
        return Admin.create(settings.admin());
    }

    void create(Topic<?, ?>... topics) throws InterruptedException {
        try (var admin = admin()) {
            TopicSetup.ensure(admin, 1, List.of(topics));
        }
    }

    <V> void send(Topic<String, V> topic, String key, V value) throws Exception {
        try (var producer = new KafkaProducer<>(settings.producer(), topic.keys().serializer(),
                topic.values().serializer())) {
            producer.send(topic.record(key, value)).get();
        }
    }

    void sendBytes(Topic<?, ?> topic, String key, String bytes) throws Exception {
        try (var producer = new KafkaProducer<>(settings.producer(), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), 0, key.getBytes(StandardCharsets.UTF_8),
                    bytes.getBytes(StandardCharsets.UTF_8))).get();
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static Map<String, String> config(int[] ports, String log) {
        var config = new HashMap<String, String>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@127.0.0.1:" + ports[1]);
        config.put("listeners", "PLAINTEXT://127.0.0.1:" + ports[0] + ",CONTROLLER://127.0.0.1:" + ports[1]);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put("controller.listener.names", "CONTROLLER");
        config.put("log.dirs", log);
        config.put("auto.create.topics.enable", "false");
        config.put("offsets.topic.replication.factor", "1");
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", "1");
        config.put("transaction.state.log.min.isr", "1");
        config.put("transaction.state.log.num.partitions", "4");
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        return config;
    }

    private static int[] freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[]{one.getLocalPort(), other.getLocalPort()};
        }
    }
}
