package caspianwatch.ingest;

import static caspianwatch.contract.Topics.ARTICLES;
import static caspianwatch.contract.Topics.FEEDS;
import static caspianwatch.contract.Topics.FEED_STATUS;
import static caspianwatch.runtime.due.DueWorks.sendTo;

import caspianwatch.ingest.fetch.FeedFetcher;
import caspianwatch.runtime.StreamsService;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.Topologies;
import caspianwatch.runtime.due.DueWorks;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.Topology;

/**
 * The picture:
 *
 * <pre>
 * feeds ──▶ feed-polls ──┬──▶ articles
 *             ▲  │       └──▶ feed-status
 *             └HTTP
 * </pre>
 */
final class IngestTopology {
    static final String NAME = "ingest";
    static final String POLLS = "feed-polls";

    private IngestTopology() {}

    /** Without a floor of disk space. */
    static Topology build(FeedFetcher fetcher, DueWorks.Limits limits, Telemetry telemetry) {
        return build(fetcher, limits, () -> false, telemetry);
    }

    /** @param diskFull whether no feed may be asked now, for want of room */
    static Topology build(FeedFetcher fetcher, DueWorks.Limits limits, BooleanSupplier diskFull,
            Telemetry telemetry) {
        var builder = Topologies.builder(StreamsService.applicationId(NAME));
        var work = new FeedPolls(fetcher, new PollMeters(telemetry), diskFull);

        var polled = DueWorks.process(Topologies.from(builder, FEEDS), POLLS, work, FeedWork.class, limits, telemetry);

        sendTo(ARTICLES, polled);
        sendTo(FEED_STATUS, polled);
        return builder.build();
    }
}
