package caspianwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was written once is read for ever: a golden file is never changed, a new version gets a new one. */
class GoldenRecordsTest {
    static Stream<Map.Entry<String, Object>> records() {
        return Samples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void isReadAsItWasMeant(Map.Entry<String, Object> golden) throws IOException {
        assertThat(serde(golden).deserializer().deserialize("topic", file(golden.getKey())))
                .isEqualTo(golden.getValue());
    }

    static Stream<Map.Entry<String, Object>> recordsOfToday() {
        return records().filter(golden -> !Samples.SUPERSEDED.contains(golden.getKey()));
    }

    @ParameterizedTest
    @MethodSource("recordsOfToday")
    void isWrittenAsItAlwaysWas(Map.Entry<String, Object> golden) throws IOException {
        byte[] written = serde(golden).serializer().serialize("topic", golden.getValue());

        assertThat(Json.MAPPER.readTree(written)).isEqualTo(Json.MAPPER.readTree(file(golden.getKey())));
    }

    @ParameterizedTest
    @MethodSource("records")
    void isReadThoughANewerWriterAddedAField(Map.Entry<String, Object> golden) throws IOException {
        var newer = (ObjectNode) Json.MAPPER.readTree(file(golden.getKey()));
        newer.putObject("fieldOfNextYear").put("deep", 1);

        byte[] bytes = Json.MAPPER.writeValueAsBytes(newer);

        assertThat(serde(golden).deserializer().deserialize("topic", bytes)).isEqualTo(golden.getValue());
    }

    @Test
    void everyRecordOfATopicHasAGoldenFile() {
        var records = Samples.all().values().stream().map(record -> record.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(records).containsExactlyInAnyOrder("Feed", "FeedStatus", "Article", "TaggedArticle", "Subscription",
                "Alert", "Delivery");
        assertThat(Topics.all()).as("the seven, and the dead letters, which are bytes").hasSize(records.size() + 1);
    }

    @SuppressWarnings("unchecked") // the class of the value itself
    private static Serde<Object> serde(Map.Entry<String, Object> golden) {
        return (Serde<Object>) Json.serde(golden.getValue().getClass());
    }

    private static byte[] file(String name) throws IOException {
        try (var file = GoldenRecordsTest.class.getResourceAsStream("/golden/" + name + ".json")) {
            return Objects.requireNonNull(file, () -> "golden/" + name + ".json is missing").readAllBytes();
        }
    }
}
