package caspianwatch.alerts.channel.webhook;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.contract.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The body of a webhook and its signature. Standard Webhooks signs {@code id.timestamp.body}, so that neither can be
 * exchanged, and the timestamp is the attempt's, so that a receiver can refuse what is sent again by somebody else.
 */
final class WebhookMessage {
    private static final String SECRET_PREFIX = "whsec_";

    /** As receivers see it; the names and their order are documented. */
    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(Notification.To subscription, List<Notification.Item> alerts) {}

    private WebhookMessage() {}

    /** The same bytes for the same notification. */
    static byte[] body(Notification notification) {
        return Json.write(new Body("alert", notification.raised(),
                new Data(notification.subscription(), notification.alerts()))).getBytes(StandardCharsets.UTF_8);
    }

    /** The key of a secret; null where it is not {@code whsec_} and the base64 of 24 to 64 bytes. */
    static byte @Nullable [] key(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            return null;
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
            return key.length < 24 || key.length > 64 ? null : key;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The value of {@code webhook-signature}. */
    static String signature(byte[] key, String id, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
