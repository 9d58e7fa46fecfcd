package caspianwatch.web;

import caspianwatch.contract.Subscription;
import caspianwatch.matching.Tagger;
import caspianwatch.matching.Taxonomy;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.web.api.Api;
import caspianwatch.web.api.FeedsApi;
import caspianwatch.web.api.SubscriptionStore;
import caspianwatch.web.desk.DeskPages;
import caspianwatch.web.feed.TopicFeeds;
import caspianwatch.web.roster.Roster;
import caspianwatch.web.view.Filters;
import caspianwatch.web.view.Views;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The whole web service over real HTTP, on views that a test fills itself; only Kafka is missing. */
public final class RunningWeb implements AutoCloseable {
    public final Views views = new Views();
    public final Telemetry telemetry = new Telemetry();
    private final DeskPages desk;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    public RunningWeb() {
        this(InstantSource.fixed(Samples.NOW), () -> "", 0);
    }

    RunningWeb(InstantSource clock, Supplier<String> reading, int port) {
        var filters = Filters.queries();
        var tags = Set.of("caspian", "naval", "naval-exercise");
        var networks = Networks.publicAnd(List.of("127.0.0.0/8"));
        var roster = new Roster(views, new AnsweringFeeds(views, clock), networks, clock);
        var samples = new caspianwatch.web.roster.Samples(() -> Tagger.of(Taxonomy.builtIn()));
        desk = new DeskPages(views, filters, tags, reading, clock, roster, samples, telemetry.registry());
        FeedMeters.bind(views, clock, telemetry.registry());
        var api = new Api(views, filters, new InMemory(views), networks, clock);
        server = Server.start("127.0.0.1", port, desk, new TopicFeeds(views, tags), api,
                new FeedsApi(views, roster, samples), telemetry.registry());
    }

    private record InMemory(Views views) implements SubscriptionStore {
        @Override
        public void put(Subscription subscription) {
            views.subscription(subscription.id(), subscription);
        }

        @Override
        public void delete(String id) {
            views.subscription(id, null);
        }
    }

    public int port() {
        return server.port();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        desk.hangUp();
        server.close();
        desk.close();
        telemetry.close();
    }
}
