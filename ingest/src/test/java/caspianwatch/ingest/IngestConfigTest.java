package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Feed;
import caspianwatch.runtime.KafkaSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IngestConfigTest {
    private static IngestConfig config(String contact, String feed) {
        var url = URI.create(feed);
        return new IngestConfig(new KafkaSettings("127.0.0.1:9", Path.of("data"), 1), contact, List.of(),
                List.of(new Feed(Feed.idOf(url), url, "Harbour", "AZ", null, Feed.Kind.TRADE, null, Feed.Reliability.B,
                        Duration.ofMinutes(10), true, null)),
                0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://caspianwatch.example/bot", "desk@example.org", "https://example.com",
            "https://example.net:8443/a"})
    void aContactReservedForExamplesLeadsNowhere(String contact) {
        assertThat(config(contact, "https://harbour.az/rss").contactLeadsNowhere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://harbour.az/bot", "desk@harbour.az", "https://example.harbour.az/"})
    void anyOtherIsTakenForOne(String contact) {
        assertThat(config(contact, "https://harbour.az/rss").contactLeadsNowhere()).isFalse();
    }

    @Test
    void feedsOfThisMachineNeedNobodyToReach() {
        assertThat(config("https://caspianwatch.example/bot", "http://127.0.0.1:8081/rss").contactLeadsNowhere())
                .isFalse();
    }
}
