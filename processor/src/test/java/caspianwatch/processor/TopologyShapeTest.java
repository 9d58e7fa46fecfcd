package caspianwatch.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A renamed store is a lost store: whoever changes the shape changes the file beside this test, and knows what it means. */
class TopologyShapeTest {
    @Test
    void isTheOneThatTheStoresOfRunningServicesWereMadeFor() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("topology.txt")) {
            var topology = new ProcessorTopology(Newsroom::tags, "1", _ -> List.of(),
                    new ProcessorMetrics(new SimpleMeterRegistry()));

            assertThat(topology.build().describe().toString().strip())
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8).strip());
        }
    }
}
