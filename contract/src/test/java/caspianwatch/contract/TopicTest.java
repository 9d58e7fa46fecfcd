package caspianwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class TopicTest {
    @Test
    void theFeedsOfAHostShareAPartition() {
        var partitions = IntStream.range(0, 50).mapToObj(i -> Topics.FEEDS.partitionOf("news.example/" + i))
                .collect(Collectors.toSet());

        assertThat(partitions).hasSize(1);
        assertThat(Topics.FEED_STATUS.partitionOf("news.example/7"))
                .isEqualTo(Topics.FEEDS.partitionOf("news.example/7"));
    }

    @Test
    void theFeedsOfManyHostsUseEveryPartition() {
        var partitions = IntStream.range(0, 200).mapToObj(i -> Topics.FEEDS.partitionOf("host" + i + ".example/1"))
                .collect(Collectors.toSet());

        assertThat(partitions).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void otherKeysLieWhereKafkaItselfWouldPutThem() {
        for (int i = 0; i < 100; i++) {
            String key = "article" + i;
            int kafkas = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % 6;

            assertThat(Topics.ARTICLES.partitionOf(key)).isEqualTo(kafkas);
            assertThat(Topics.ARTICLES.record(key, null).partition()).isEqualTo(kafkas);
        }
    }

    @Test
    void noTwoTopicsShareAName() {
        var names = new HashSet<String>();

        assertThat(Topics.all()).allMatch(topic -> names.add(topic.name()));
    }

    @Test
    void whatIsNoRecordIsASerializationException() {
        var articles = Topics.ARTICLES.values().deserializer();

        assertThatThrownBy(() -> articles.deserialize("articles", "{".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class).hasMessageContaining("articles")
                .hasMessageContaining("Article");
        assertThatThrownBy(() -> articles.deserialize("articles", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aRecordTooLargeIsRefusedBeforeItIsSent() {
        var strings = Json.serde(String.class).serializer();

        assertThat(strings.serialize("articles", "x".repeat(Json.LARGEST - 2))).hasSize(Json.LARGEST);
        assertThatThrownBy(() -> strings.serialize("articles", "x".repeat(Json.LARGEST - 1)))
                .isInstanceOf(SerializationException.class).hasMessageContaining("too large for articles");
    }

    @Test
    void aTombstoneIsNothingInBothDirections() {
        assertThat(Topics.FEEDS.values().deserializer().deserialize("feeds", null)).isNull();
        assertThat(Topics.FEEDS.values().serializer().serialize("feeds", null)).isNull();
    }

    @Test
    void neverShowsTheSecretOfAWebhook() {
        assertThat(Samples.SUBSCRIPTION.toString()).doesNotContain("whsec").contains("hooks.example");
    }
}
