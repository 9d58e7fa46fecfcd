package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.contract.Topics;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.due.Errands;
import java.time.Duration;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;

class TopologiesTest {
    @Test
    void namesEveryOperatorForItsTopic() {
        var builder = Topologies.builder("application");
        Topologies.to(Topics.FEEDS, Topologies.from(builder, Topics.FEEDS));

        assertThat(builder.build().describe().toString()).contains("Source: from-feeds (topics: [feeds])")
                .contains("Sink: to-feeds (topic: feeds)");
    }

    @Test
    void refusesAStoreWithoutAName() {
        var builder = Topologies.builder("application");
        Topologies.from(builder, Topics.ARTICLES).groupByKey().count();

        assertThatThrownBy(builder::build).isInstanceOf(TopologyException.class);
    }

    @Test
    void dueWorkReadsAsOneProcessorWithItsStore() {
        var work = new Errands("drawn");
        try (var telemetry = new Telemetry()) {
            var topology = work.topology("application", new DueWorks.Limits(1, Duration.ZERO), telemetry);

            assertThat(topology.describe().toString()).contains("Processor: errands (stores: [errands])")
                    .contains("Processor: for-reports-drawn (stores: [])").contains("Sink: to-reports-drawn");
        }
    }
}
