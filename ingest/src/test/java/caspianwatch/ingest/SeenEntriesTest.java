package caspianwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import caspianwatch.contract.Ids;
import caspianwatch.contract.Article.TextBasis;
import caspianwatch.contract.Ids;
import caspianwatch.contract.Json;
import caspianwatch.ingest.entries.Draft;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SeenEntriesTest {
    private static final Instant SEEN = Instant.parse("2026-03-07T06:00:00.123Z");
    private static final String HASH = Ids.digest("title", "text");

    private static SeenEntries with(int entries, int inDocument) {
        var changes = SeenEntries.NONE.after(inDocument);
        for (int i = 0; i < entries; i++) {
            changes.put(draft("key " + i, null, HASH), SEEN, i % 3 + 1);
        }
        return changes.done();
    }

    @Test
    void comesBackFromTheStoreAsItWas() {
        var again = Json.read(Json.write(with(300, 50)), SeenEntries.class);

        assertThat(again.size()).isEqualTo(300);
        assertThat(again.find(draft("key 1", null, HASH)))
                .isEqualTo(new SeenEntries.Seen(SEEN, HASH.substring(0, 12), 2, "000000000000"));
        assertThat(again.find(draft("another", null, HASH))).isNull();
    }

    @Test
    void forgetsTheOldestBeyondFiveHundred() {
        var seen = with(501, 50);

        assertThat(seen.size()).isEqualTo(500);
        assertThat(seen.find(draft("key 0", null, HASH))).isNull();
        assertThat(seen.find(draft("key 1", null, HASH))).isNotNull();
    }

    @Test
    void keepsTwiceWhatALongDocumentHolds() {
        assertThat(with(2_000, 1_000).size()).isEqualTo(2_000);
    }

    @Test
    void anOldEntryUnderANewIdIsKnownByItsLinkAndItsWords() {
        var changes = SeenEntries.NONE.after(1);
        changes.put(draft("1", "https://harbour.example/1", HASH), SEEN, 1);
        var seen = Json.read(Json.write(changes.done()), SeenEntries.class);

        assertThat(seen.find(draft("other", "https://harbour.example/1", HASH))).isNotNull();
        assertThat(seen.find(draft("other", "http://harbour.example/1", HASH))).isNotNull();
        assertThat(seen.find(draft("other", "https://harbour.example/2", HASH))).isNull();
        assertThat(seen.find(draft("other", "https://harbour.example/1", "f".repeat(64)))).isNull();
        assertThat(seen.find(draft("other", null, HASH))).isNull();
    }

    @Test
    void readsWhatWasWrittenBeforeLinksWereKept() {
        var bytes = ByteBuffer.allocate(24).put(HexFormat.of().parseHex(Ids.of("old").substring(0, 20)))
                .put(HexFormat.of().parseHex(HASH.substring(0, 12))).putShort((short) (SEEN.toEpochMilli() >> 32))
                .putInt((int) SEEN.toEpochMilli()).putShort((short) 3).array();

        var seen = SeenEntries.read(Base64.getEncoder().encodeToString(bytes));

        assertThat(seen.find(draft("old", null, HASH)))
                .isEqualTo(new SeenEntries.Seen(SEEN, HASH.substring(0, 12), 3, "000000000000"));
    }

    private static Draft draft(String key, @Nullable String link, String hash) {
        URI url = link == null ? null : URI.create(link);
        return new Draft(key, url, url, "title", "", TextBasis.TITLE, null, null, null, hash, List.of(), false);
    }

    @Test
    void isSmall() {
        assertThat(Json.write(with(500, 50)).length()).isLessThan(20_100);
    }
}
