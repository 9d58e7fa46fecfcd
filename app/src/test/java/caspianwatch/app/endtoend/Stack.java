package caspianwatch.app.endtoend;

import caspianwatch.alerts.Alerts;
import caspianwatch.alerts.AlertsConfig;
import caspianwatch.app.kafka.EmbeddedBroker;
import caspianwatch.app.newswire.Newswire;
import caspianwatch.contract.Topic;
import caspianwatch.ingest.Ingest;
import caspianwatch.ingest.IngestConfig;
import caspianwatch.processor.Processor;
import caspianwatch.processor.ProcessorConfig;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.runtime.Telemetry;
import caspianwatch.web.Web;
import caspianwatch.web.WebConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Broker, newswire and services on a folder; the newswire publishes when it is told to. */
final class Stack implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.0/8";

    private final Lifecycle lifecycle = new Lifecycle();
    private final Telemetry telemetry = lifecycle.add("telemetry", new Telemetry());
    private final KafkaSettings kafka;
    final Newswire newswire;
    final Web web;
    final String broker;

    Stack(Path folder) throws Exception {
        try {
            broker = lifecycle.add("broker", EmbeddedBroker.start(folder.resolve("kafka"))).bootstrapServers();
            newswire = lifecycle.add("newswire",
                    Newswire.start(new Newswire.Config(folder, 0, Duration.ZERO), Clock.systemUTC()));
            var settings = Settings.of(Map.of()).with(Map.of(Setting.KAFKA_BOOTSTRAP_SERVERS, broker,
                    Setting.CASPIAN_DATA, folder.toString(), Setting.CASPIAN_PORT, "0",
                    Setting.CASPIAN_FEEDS_ALLOW_NETWORKS, LOOPBACK, Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS, LOOPBACK));
            var feeds = IngestConfig.from(settings);
            lifecycle.add("ingest", Ingest.start(
                    new IngestConfig(feeds.kafka(), feeds.contact(), feeds.allowNetworks(), newswire.feeds(),
                            feeds.diskFloorMib()),
                    telemetry));
            lifecycle.add("processor", Processor.start(ProcessorConfig.from(settings), telemetry));
            lifecycle.add("alerts", Alerts.start(AlertsConfig.from(settings), telemetry));
            web = lifecycle.add("web", Web.start(WebConfig.from(settings), telemetry));
            settings.check();
            kafka = KafkaSettings.from(settings);
        } catch (Exception e) {
            lifecycle.close();
            throw e;
        }
        Until.holds("every service is ready", Duration.ofSeconds(100),
                () -> telemetry.readiness().values().stream().allMatch(Telemetry.Readiness::ready));
    }

    /** An address of the web service. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:" + web.port() + path);
    }

    /** Everything that stands in a topic now. */
    <K, V> List<ConsumerRecord<K, V>> records(Topic<K, V> topic) {
        try (var consumer = new KafkaConsumer<>(kafka.consumer(), topic.keys().deserializer(),
                topic.values().deserializer())) {
            var partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(each -> new TopicPartition(topic.name(), each))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<K, V>>();
            while (partitions.stream().anyMatch(
                    each -> consumer.position(each) < Objects.requireNonNullElse(ends.get(each), 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** The values of everything that stands in a topic now. */
    <V> List<V> values(Topic<?, V> topic) {
        return records(topic).stream().map(ConsumerRecord::value).toList();
    }

    /** The metrics of all services, as Prometheus reads them. */
    String metrics() {
        return telemetry.registry().scrape();
    }

    KafkaSettings kafka() {
        return kafka;
    }

    @Override
    public void close() {
        lifecycle.close();
    }
}
