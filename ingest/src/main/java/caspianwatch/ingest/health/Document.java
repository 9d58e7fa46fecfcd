package caspianwatch.ingest.health;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last poll of a feed that could be read showed.
 *
 * @param httpStatus 304 where nothing had changed; the rest then tells of the document before
 * @param earlier entries of the document before this one
 * @param lastNew when the feed last brought something new; null where it never did
 * @param interval how long until it is asked again
 */
public record Document(URI url, int httpStatus, long bytes, int entries, int fresh, int earlier,
        @Nullable Instant lastNew, Duration interval) {}
