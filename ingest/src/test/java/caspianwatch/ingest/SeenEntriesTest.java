package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Ids;
import caspianwatch.contract.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SeenEntriesTest {
    private static final Instant SEEN = Instant.parse("2026-03-07T06:00:00.123Z");
    private static final String HASH = Ids.digest("title", "text");

    private static SeenEntries with(int entries, int inDocument) {
        var changes = SeenEntries.NONE.after(inDocument);
        for (int i = 0; i < entries; i++) {
            changes.put("key " + i, SEEN, HASH, i % 3 + 1);
        }
        return changes.done();
    }

    @Test
    void comesBackFromTheStoreAsItWas() {
        var again = Json.read(Json.write(with(300, 50)), SeenEntries.class);

        assertThat(again.size()).isEqualTo(300);
        assertThat(again.get("key 1")).isEqualTo(new SeenEntries.Seen(SEEN, HASH.substring(0, 12), 2));
        assertThat(again.get("another")).isNull();
    }

    @Test
    void forgetsTheOldestBeyondFiveHundred() {
        var seen = with(501, 50);

        assertThat(seen.size()).isEqualTo(500);
        assertThat(seen.get("key 0")).isNull();
        assertThat(seen.get("key 1")).isNotNull();
    }

    @Test
    void keepsTwiceWhatALongDocumentHolds() {
        assertThat(with(2_000, 1_000).size()).isEqualTo(2_000);
    }

    @Test
    void isSmall() {
        assertThat(Json.write(with(500, 50)).length()).isLessThan(16_100);
    }
}
