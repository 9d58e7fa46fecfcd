package caspianwatch.web.desk;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The zone in which the desk shows times, and its short name: Baku, UTC, or the reader's own. */
record Zone(ZoneId id, String name) {
    static final Zone UTC = new Zone(ZoneOffset.UTC, "UTC");
    static final Zone BAKU = of(ZoneId.of("Asia/Baku"));

    /** The zone that a reader's cookie names; Baku where it names none. */
    static Zone read(@Nullable String cookie) {
        if (cookie == null || cookie.length() > 40) {
            return BAKU;
        }
        try {
            return cookie.equals("UTC")
                    ? UTC
                    : ZoneId.getAvailableZoneIds().contains(cookie)
                            ? of(ZoneId.of(cookie))
                            : BAKU;
        } catch (DateTimeException _) {
            return BAKU;
        }
    }

    private static Zone of(ZoneId id) {
        String text = id.getId();
        return new Zone(id, text.substring(text.lastIndexOf('/') + 1).replace('_', ' '));
    }
}
