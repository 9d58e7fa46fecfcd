package caspianwatch.ingest;

import caspianwatch.contract.Ids;
import caspianwatch.ingest.entries.Draft;
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
 * <p>It is written with the feed's state at every poll, so it is small: 30 bytes an entry (10 of the digest of its key, 6
 * of the content hash, 6 of the time in milliseconds, 2 of the revision, 6 of the digest of its link), as one Base64 string.
 */
final class SeenEntries {
    static final SeenEntries NONE = new SeenEntries(Map.of());

    private static final int LEAST_KEPT = 500;
    private static final int RECORD_BYTES = 30;
    /** Marks the form with links; the one before had none. */
    private static final String FORM = "2:";
    private static final int OLD_RECORD_BYTES = 24;
    private static final String NO_LINK = "0".repeat(12);
    private static final int KEY_BYTES = 10;
    private static final int HASH_BYTES = 6;

    private final Map<String, Seen> entries;

    /**
     * @param contentHash the first 12 hex digits of it
     * @param link the first 12 hex digits of the digest of its canonical link; zeros where it has none
     */
    record Seen(Instant firstSeen, String contentHash, int revision, String link) {
        boolean has(String hash) {
            return contentHash.equals(hash.substring(0, 2 * HASH_BYTES));
        }
    }

    private SeenEntries(Map<String, Seen> entries) {
        this.entries = entries;
    }

    /**
     * What we have had under the draft's key; else under another key with the same link and the same words, for publishers
     * give old entries new ids; without links the words alone must do, if there are more than a title's. Null where it is
     * new.
     */
    @Nullable
    Seen find(Draft draft) {
        Seen same = entries.get(digest(draft.key()));
        if (same != null || (draft.canonicalUrl() == null && draft.text().isEmpty())) {
            return same;
        }
        String link = link(draft);
        return entries.values().stream().filter(seen -> seen.link().equals(link) && seen.has(draft.contentHash()))
                .findFirst().orElse(null);
    }

    private static String link(Draft draft) {
        return draft.canonicalUrl() == null
                ? NO_LINK
                : Ids.of(draft.canonicalUrl().toString().replaceFirst("^https?:", "")).substring(0, NO_LINK.length());
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
        void put(Draft draft, Instant firstSeen, int revision) {
            String digest = digest(draft.key());
            entries.remove(digest);
            entries.put(digest, new Seen(firstSeen, draft.contentHash().substring(0, 2 * HASH_BYTES), revision,
                    link(draft)));
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
        boolean links = text.startsWith(FORM);
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(links ? text.substring(FORM.length()) : text));
        var entries = new LinkedHashMap<String, Seen>();
        while (bytes.remaining() >= (links ? RECORD_BYTES : OLD_RECORD_BYTES)) {
            var key = new byte[KEY_BYTES];
            var hash = new byte[HASH_BYTES];
            bytes.get(key).get(hash);
            long millis = ((long) bytes.getShort() << 32) | (bytes.getInt() & 0xFFFF_FFFFL);
            int revision = bytes.getShort() & 0xFFFF;
            var link = new byte[NO_LINK.length() / 2];
            if (links) {
                bytes.get(link);
            }
            entries.put(HexFormat.of().formatHex(key), new Seen(Instant.ofEpochMilli(millis),
                    HexFormat.of().formatHex(hash), revision, HexFormat.of().formatHex(link)));
        }
        return new SeenEntries(entries);
    }

    @JsonValue
    String write() {
        var bytes = ByteBuffer.allocate(RECORD_BYTES * entries.size());
        entries.forEach((key, seen) -> {
            long millis = seen.firstSeen().toEpochMilli();
            bytes.put(HexFormat.of().parseHex(key)).put(HexFormat.of().parseHex(seen.contentHash()))
                    .putShort((short) (millis >> 32)).putInt((int) millis).putShort((short) seen.revision())
                    .put(HexFormat.of().parseHex(seen.link()));
        });
        return FORM + Base64.getEncoder().encodeToString(bytes.array());
    }

    private static String digest(String key) {
        return Ids.of(key).substring(0, 2 * KEY_BYTES);
    }
}
