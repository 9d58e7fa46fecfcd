package caspianwatch.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a notification, and its result.
 *
 * @param notificationId the same on every attempt; a webhook carries it as {@code webhook-id}
 * @param channel the channel's name, without secrets
 * @param channelType {@code webhook} or {@code log}
 * @param attempt 1 for the first
 * @param outcome what came of it
 * @param reason the same word in log, metric and page, such as {@code rate_limited}
 * @param detail a sentence for people: status, exception, address
 * @param took milliseconds
 * @param next when it is tried again; null where it is not
 */
public record Delivery(String notificationId, String subscriptionId, String subscriptionName, List<String> alertIds,
        String channel, String channelType, int attempt, Outcome outcome, String reason, String detail, Instant at,
        long took, @Nullable Instant next) {

    /** What came of an attempt. */
    public enum Outcome {
        /** Accepted by the other side. */
        DELIVERED,
        /** Not accepted; it will be tried again. */
        RETRYING,
        /** Given up: the other side refused for good, or three days have passed. */
        FAILED
    }
}
