package caspianwatch.alerts.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to send a notification. No secret is in it: it is logged, recorded and shown. */
public sealed interface Attempt {
    /** A sentence for people. */
    String detail();

    /** The other side has it. */
    record Delivered(String detail) implements Attempt {}

    /**
     * It may work later.
     *
     * @param notBefore how long the other side asks to be left alone; null where it did not say
     */
    record Retry(Reason reason, String detail, @Nullable Duration notBefore) implements Attempt {}

    /** It will not work, however often it is tried. */
    record Refused(Reason reason, String detail) implements Attempt {}
}
