package caspianwatch.app.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** How the embedded broker is set up: one node, small, quick to come back. */
final class BrokerConfig {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String ONE = "1";

    private BrokerConfig() {}

    static Map<String, String> of(BrokerPorts ports, Path log) {
        String broker = "PLAINTEXT://127.0.0.1:" + ports.broker();
        var config = new HashMap<String, String>();
        config.put("process.roles", "broker,controller");
        config.put("node.id", Integer.toString(NODE));
        config.put("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.controller());
        config.put("listeners", broker + "," + CONTROLLER + "://127.0.0.1:" + ports.controller());
        config.put("advertised.listeners", broker);
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "PLAINTEXT");
        config.put("controller.listener.names", CONTROLLER);
        config.put("log.dirs", log.toString());
        config.put("auto.create.topics.enable", "false");
        oneCopyOfEverything(config);
        comeBackQuickly(config);
        staySmall(config);
        return config;
    }

    private static void oneCopyOfEverything(Map<String, String> config) {
        config.put("default.replication.factor", ONE);
        config.put("min.insync.replicas", ONE);
        config.put("offsets.topic.replication.factor", ONE);
        config.put("offsets.topic.num.partitions", "4");
        config.put("transaction.state.log.replication.factor", ONE);
        config.put("transaction.state.log.min.isr", ONE);
        config.put("transaction.state.log.num.partitions", "4");
        config.put("share.coordinator.state.topic.replication.factor", ONE);
        config.put("share.coordinator.state.topic.min.isr", ONE);
        config.put("share.coordinator.state.topic.num.partitions", ONE);
    }

    private static void comeBackQuickly(Map<String, String> config) {
        // After a kill the broker may register again only when its last session is over: 3 s in place of 12.
        config.put("broker.session.timeout.ms", "1500");
        config.put("broker.heartbeat.interval.ms", "300");
        // A killed instance's transaction hides what follows it from readers until it is aborted.
        config.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        config.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void staySmall(Map<String, String> config) {
        // The default would take 128 MiB of the heap that all services share.
        config.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        // Nobody reads them by JMX, and to register them takes time at every start.
        config.put("metric.reporters", "");
    }
}
