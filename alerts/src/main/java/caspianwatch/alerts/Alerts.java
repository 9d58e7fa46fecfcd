package caspianwatch.alerts;

import static caspianwatch.contract.Topics.ALERTS;
import static caspianwatch.contract.Topics.DEAD_LETTERS;
import static caspianwatch.contract.Topics.DELIVERIES;
import static caspianwatch.contract.Topics.SUBSCRIPTIONS;

import caspianwatch.alerts.channel.log.LogNotifier;
import caspianwatch.alerts.channel.webhook.WebhookNotifier;
import caspianwatch.contract.TopicSetup;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.StreamsService;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.TopicView;
import caspianwatch.runtime.egress.Networks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;

/** Tells people and programs what they asked for, and records every attempt. */
public final class Alerts {
    /** Subscriptions are small: a topic that cannot be read in this time cannot be read at all. */
    private static final Duration TO_CATCH_UP = Duration.ofMinutes(1);

    private Alerts() {}

    /** Starts the service: alerts wait until every subscription is known. */
    public static Service start(AlertsConfig config, Telemetry telemetry) {
        var lifecycle = new Lifecycle();
        try {
            return start(config, telemetry, lifecycle);
        } catch (InterruptedException e) {
            lifecycle.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting the alerts service", e);
        } catch (RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    private static Service start(AlertsConfig config, Telemetry telemetry, Lifecycle lifecycle)
            throws InterruptedException {
        var kafka = config.kafka();
        try (var admin = Admin.create(kafka.admin())) {
            TopicSetup.ensure(admin, kafka.replication(), List.of(SUBSCRIPTIONS, ALERTS, DELIVERIES, DEAD_LETTERS));
        }

        var subscriptions = new Subscriptions();
        var view = lifecycle.add("subscriptions",
                TopicView.follow(SUBSCRIPTIONS, kafka, (id, value, _, _) -> subscriptions.on(id, value)));
        if (!view.awaitCaughtUp(TO_CATCH_UP)) {
            throw new IllegalStateException("the topic subscriptions could not be read within " + TO_CATCH_UP);
        }

        var clock = Clock.systemUTC();
        var webhook = lifecycle.add("webhooks",
                new WebhookNotifier(Networks.publicAnd(config.allowNetworks()), WebhookNotifier.TOTAL, clock));
        var work = new NotificationWork(subscriptions, new Notifiers(webhook, new LogNotifier()),
                new AlertsMetrics(telemetry.registry(), clock));
        var topology = new AlertsTopology(subscriptions, work, telemetry).build();
        var streams = lifecycle.add("topology", StreamsService.start(AlertsTopology.NAME, topology, kafka, telemetry));
        return new Running(streams, lifecycle);
    }

    private record Running(StreamsService streams, Lifecycle lifecycle) implements Service {
        @Override
        public String name() {
            return AlertsTopology.NAME;
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
