package caspianwatch.alerts;

import static caspianwatch.contract.Topics.ALERTS;
import static caspianwatch.contract.Topics.DELIVERIES;
import static caspianwatch.runtime.due.DueWorks.sendTo;

import caspianwatch.contract.Alert;
import caspianwatch.runtime.Telemetry;
import caspianwatch.runtime.Topologies;
import caspianwatch.runtime.due.DueWorks;
import caspianwatch.runtime.due.Output;
import java.time.Duration;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * <pre>
 * alerts ──▶ address ──▶ notifications ──▶ deliveries
 * </pre>
 */
record AlertsTopology(Subscriptions subscriptions, NotificationWork work, Telemetry telemetry) {

    /** The application id: stores and offsets are kept under it. */
    static final String NAME = "alerts";

    /** So many at once that a few dozen endpoints that hang do not hold up the others. */
    static final DueWorks.Limits LIMITS = new DueWorks.Limits(512, Duration.ZERO);

    Topology build() {
        var builder = Topologies.builder(NAME);

        KStream<String, Alert> alerts = Topologies.from(builder, ALERTS);
        KStream<String, Request> requests = address(alerts);
        KStream<String, Output<?>> results = send(requests);

        sendTo(DELIVERIES, results);
        return builder.build();
    }

    private KStream<String, Request> address(KStream<String, Alert> alerts) {
        return alerts.process(Address.supplier(subscriptions), Named.as("address"));
    }

    private KStream<String, Output<?>> send(KStream<String, Request> requests) {
        return DueWorks.process(requests, "notifications", work, NotificationState.class, LIMITS, telemetry);
    }
}
