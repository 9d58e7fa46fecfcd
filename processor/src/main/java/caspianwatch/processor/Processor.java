package caspianwatch.processor;

import static caspianwatch.contract.Topics.ALERTS;
import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.DEAD_LETTERS;
import static caspianwatch.contract.Topics.SUBSCRIPTIONS;
import static caspianwatch.contract.Topics.TAGGED_ARTICLES;

import caspianwatch.contract.TopicSetup;
import caspianwatch.matching.BuiltIn;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Seeding;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.StreamsService;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.TopicView;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Tags every article as it arrives, and raises the alerts of the subscriptions that it matches. */
public final class Processor {
    /** Subscriptions are small: a topic that cannot be read in this time cannot be read at all. */
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(1);

    private Processor() {}

    /** Starts the service: articles wait until every subscription is known. */
    public static Service start(ProcessorConfig config, Telemetry telemetry) {
        var lifecycle = new Lifecycle();
        try {
            return start(config.kafka(), telemetry, lifecycle);
        } catch (InterruptedException e) {
            lifecycle.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the processor service", e);
        } catch (RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    private static Service start(KafkaSettings kafka, Telemetry telemetry, Lifecycle lifecycle)
            throws InterruptedException {
        try (var admin = Admin.create(kafka.admin())) {
            TopicSetup.ensure(admin, kafka.replication(),
                    List.of(ARTICLES, TAGGED_ARTICLES, SUBSCRIPTIONS, ALERTS, DEAD_LETTERS));
        }
        Seeding.ifEmpty(kafka, SUBSCRIPTIONS, Map.of(BuiltIn.REGIONAL_NEWS.id(), BuiltIn.REGIONAL_NEWS));

        var metrics = new ProcessorMetrics(telemetry.registry());
        var subscriptions = new FollowedSubscriptions();
        lifecycle.add("subscriptions gauge", metrics.subscriptions(subscriptions::size));
        var view = lifecycle.add("subscriptions",
                TopicView.follow(SUBSCRIPTIONS, kafka, (id, value, _, _) -> subscriptions.on(id, value)));
        if (!view.awaitCaughtUp(TO_CATCH_UP)) {
            throw new IllegalStateException("the topic subscriptions could not be read within " + TO_CATCH_UP);
        }

        var tagger = Tagger.of(Taxonomy.builtIn());
        var topology = new ProcessorTopology(tagger::tag, tagger.version(), subscriptions::match,
                metrics).build();
        var streams = lifecycle.add("topology",
                StreamsService.startPlain(ProcessorTopology.NAME, topology, kafka, telemetry));
        return new Running(streams, lifecycle);
    }

    private record Running(StreamsService streams, Lifecycle lifecycle) implements Service {
        @Override
        public String name() {
            return ProcessorTopology.NAME;
        }

        @Override
        public int awaitStop() throws InterruptedException {
            return streams.awaitStop();
        }

        @Override
        public void close() {
            lifecycle.close();
        }
    }
}
