package caspianwatch.ingest;

import caspianwatch.contract.Ids;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a feed that we have had, oldest first; immutable.
 *
 * <p>It is written with the feed's state at every poll, so it is small: 24 bytes an entry (10 of the digest of its key, 6
 * of the content hash, 6 of the time in milliseconds, 2 of the revision), as one Base64 string.
 */
final class SeenEntries {
    static final SeenEntries NONE = new SeenEntries(Map.of());

    private static final int LEAST_KEPT = 500;
    private static final int RECORD_BYTES = 24;
    private static final int KEY_BYTES = 10;
    private static final int HASH_BYTES = 6;

    private final Map<String, Seen> entries;

    /** @param contentHash the first 12 hex digits of it */
    record Seen(Instant firstSeen, String contentHash, int revision) {
        boolean has(String hash) {
            return contentHash.equals(hash.substring(0, 2 * HASH_BYTES));
        }
    }

    private SeenEntries(Map<String, Seen> entries) {
        this.entries = entries;
    }

    @Nullable
    Seen get(String key) {
        return entries.get(digest(key));
    }

    int size() {
        return entries.size();
    }

    /** A copy to which the entries of a document are added. */
    Changes after(int entriesInDocument) {
        return new Changes(new LinkedHashMap<>(entries), Math.max(LEAST_KEPT, 2 * entriesInDocument));
    }

    /** What a document changes. */
    static final class Changes {
        private final Map<String, Seen> entries;
        private final int limit;

        private Changes(Map<String, Seen> entries, int limit) {
            this.entries = entries;
            this.limit = limit;
        }

        /** The entry is in the document: it moves to the young end. */
        void put(String key, Instant firstSeen, String contentHash, int revision) {
            String digest = digest(key);
            entries.remove(digest);
            entries.put(digest, new Seen(firstSeen, contentHash.substring(0, 2 * HASH_BYTES), revision));
        }

        SeenEntries done() {
            var oldest = entries.keySet().iterator();
            while (entries.size() > limit) {
                oldest.next();
                oldest.remove();
            }
            return new SeenEntries(entries);
        }
    }

    @JsonCreator
    static SeenEntries read(String text) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        var entries = new LinkedHashMap<String, Seen>();
        while (bytes.remaining() >= RECORD_BYTES) {
            var key = new byte[KEY_BYTES];
            var hash = new byte[HASH_BYTES];
            bytes.get(key).get(hash);
            long millis = ((long) bytes.getShort() << 32) | (bytes.getInt() & 0xFFFF_FFFFL);
            entries.put(HexFormat.of().formatHex(key),
                    new Seen(Instant.ofEpochMilli(millis), HexFormat.of().formatHex(hash), bytes.getShort() & 0xFFFF));
        }
        return new SeenEntries(entries);
    }

    @JsonValue
    String write() {
        var bytes = ByteBuffer.allocate(RECORD_BYTES * entries.size());
        entries.forEach((key, seen) -> {
            long millis = seen.firstSeen().toEpochMilli();
            bytes.put(HexFormat.of().parseHex(key)).put(HexFormat.of().parseHex(seen.contentHash()))
                    .putShort((short) (millis >> 32)).putInt((int) millis).putShort((short) seen.revision());
        });
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String digest(String key) {
        return Ids.of(key).substring(0, 2 * KEY_BYTES);
    }
}
