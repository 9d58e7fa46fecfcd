package caspianwatch.web;

import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.web.api.Api;
import caspianwatch.web.api.FeedsApi;
import caspianwatch.web.desk.DeskPages;
import caspianwatch.web.feed.TopicFeeds;
import caspianwatch.web.roster.Roster;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.Filters;
import caspianwatch.web.view.Views;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** The web service: follows the topics into memory and answers people and programs from there. */
public final class Web implements Service {
    private final Lifecycle lifecycle;
    private final Server server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Web(Lifecycle lifecycle, Server server) {
        this.lifecycle = lifecycle;
        this.server = server;
    }

    /** Starts it; the desk answers at once and says how far it has read back, readiness waits until it has. */
    public static Web start(WebConfig config, Telemetry telemetry) {
        var lifecycle = new Lifecycle();
        try {
            var clock = Clock.systemUTC();
            var views = new Views();
            var filters = Filters.queries();
            var tags = Taxonomy.builtIn().tags().stream().map(Taxonomy.TagInfo::id).collect(Collectors.toSet());
            var webhooks = Networks.publicAnd(config.webhookNetworks());

            var topics = lifecycle.add("topics", Following.start(views, config.kafka(), telemetry));
            var store = lifecycle.add("subscriptions", new KafkaSubscriptions(config.kafka()));
            var roster = new Roster(views, lifecycle.add("feed list", new KafkaFeeds(config.kafka())),
                    Networks.publicAnd(config.feedNetworks()), clock);
            var samples = new Samples(() -> Tagger.of(Taxonomy.builtIn()));
            var api = new Api(views, filters, store, webhooks, clock);
            var feedsApi = new FeedsApi(views, roster, samples);
            var feeds = new TopicFeeds(views, tags);
            var meters = telemetry.registry();
            var desk = lifecycle.add("desk", new DeskPages(views, filters, tags, topics::reading, clock,
                    roster, samples, meters));
            lifecycle.add("feed meters", FeedMeters.bind(views, clock, meters));
            var server = lifecycle.add("server",
                    Server.start(config.bind(), config.port(), desk, feeds, api, feedsApi, meters));
            lifecycle.add("live connections", desk::hangUp);
            lifecycle.add("readiness", telemetry.check("web", topics::readiness));
            return new Web(lifecycle, server);
        } catch (RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    /** The port on which it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public int awaitStop() throws InterruptedException {
        stopped.await();
        return 0;
    }

    @Override
    public void close() {
        lifecycle.close();
        stopped.countDown();
    }
}
