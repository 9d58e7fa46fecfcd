package caspianwatch.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.runtime.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A renamed store is a lost store: whoever changes the shape changes the file beside this test, and knows what it means. */
class TopologyShapeTest {
    @Test
    void isTheOneThatTheStoresOfRunningServicesWereMadeFor() throws IOException {
        try (var telemetry = new Telemetry(); InputStream golden = getClass().getResourceAsStream("topology.txt")) {
            var subscriptions = new Subscriptions();
            var work = new NotificationWork(subscriptions, new Notifiers(new FakeNotifier<>(), new FakeNotifier<>()),
                    new AlertsMetrics(telemetry.registry(), Clock.systemUTC()));

            assertThat(new AlertsTopology(subscriptions, work, telemetry).build().describe().toString().strip())
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8).strip());
        }
    }
}
