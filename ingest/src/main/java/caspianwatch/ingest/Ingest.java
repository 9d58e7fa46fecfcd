package caspianwatch.ingest;

import caspianwatch.contract.Feed;
import caspianwatch.contract.TopicSetup;
import caspianwatch.contract.Topics;
import caspianwatch.ingest.fetch.HttpFetcher;
import caspianwatch.ingest.fetch.UserAgent;
import caspianwatch.runtime.DiskFloor;
import caspianwatch.runtime.Lifecycle;
import caspianwatch.runtime.Seeding;
import caspianwatch.runtime.Service;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.StreamsService;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.egress.Networks;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds in, articles out: polls the feeds of the topic {@code feeds} and says in {@code feed-status} how each fares. */
public final class Ingest implements Service {
    private static final Logger log = LoggerFactory.getLogger(Ingest.class);

    private final Lifecycle lifecycle;
    private final StreamsService streams;

    private Ingest(Lifecycle lifecycle, StreamsService streams) {
        this.lifecycle = lifecycle;
        this.streams = streams;
    }

    /** Starts the service; the feeds of the configuration are loaded where the topic has never held any. */
    public static Ingest start(IngestConfig config, Telemetry telemetry) {
        var lifecycle = new Lifecycle();
        try {
            if (config.contactLeadsNowhere()) {
                log.warn(
                        "publishers who want to reach you are told {}, which leads to nobody; set {} to a page or mailbox of"
                                + " yours",
                        config.contact(), Setting.CASPIAN_FEEDS_CONTACT);
            }
            ensureTopics(config);
            Seeding.ifEmpty(config.kafka(), Topics.FEEDS, keyed(config.firstFeeds()));
            var networks = Networks.publicAnd(config.allowNetworks());
            var fetcher = lifecycle.add("feed client",
                    new HttpFetcher(networks, UserAgent.with(config.contact()), Clock.systemUTC()));
            var floor = new DiskFloor(config.kafka().data(), config.diskFloorMib(), telemetry);
            lifecycle.add("disk check", telemetry.check("disk", floor::readiness));
            var topology = IngestTopology.build(fetcher, config.limits(), floor::reached, telemetry);
            var streams = lifecycle.add("topology",
                    StreamsService.start(IngestTopology.NAME, topology, config.kafka(), telemetry));
            return new Ingest(lifecycle, streams);
        } catch (RuntimeException e) {
            lifecycle.close();
            throw e;
        }
    }

    private static void ensureTopics(IngestConfig config) {
        try (Admin admin = Admin.create(config.kafka().admin())) {
            TopicSetup.ensure(admin, config.kafka().replication(),
                    List.of(Topics.FEEDS, Topics.FEED_STATUS, Topics.ARTICLES, Topics.DEAD_LETTERS));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Map<String, Feed> keyed(List<Feed> feeds) {
        var keyed = new LinkedHashMap<String, Feed>();
        feeds.forEach(feed -> keyed.put(feed.key(), feed));
        return keyed;
    }

    @Override
    public String name() {
        return IngestTopology.NAME;
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
