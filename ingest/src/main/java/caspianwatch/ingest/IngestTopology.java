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

    static Topology build(FeedFetcher fetcher, DueWorks.Limits limits, Telemetry telemetry) {
        var builder = Topologies.builder(StreamsService.applicationId(NAME));
        var work = new FeedPolls(fetcher, new PollMeters(telemetry));

        var polled = DueWorks.process(Topologies.from(builder, FEEDS), POLLS, work, FeedWork.class, limits, telemetry);

        sendTo(ARTICLES, polled);
        sendTo(FEED_STATUS, polled);
        return builder.build();
    }
}
