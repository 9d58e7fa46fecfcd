package caspianwatch.alerts.channel.webhook;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Notifier;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.contract.Channel;
import caspianwatch.contract.Ids;
import caspianwatch.runtime.egress.BlockedAddressException;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.runtime.egress.SafeEgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * One signed POST. The status alone decides; the answer's body is not read, for it could be endless, and a record of it
 * could hold what the receiver did not mean to show. Details name the host and never the address, for with many
 * receivers whoever knows the path may write.
 */
public final class WebhookNotifier implements Notifier<Channel.Webhook>, AutoCloseable {
    /** From look-up to the answer's head; under the 10 seconds of due work. */
    public static final Duration TOTAL = Duration.ofSeconds(8);

    /** As many at once to one endpoint: a burst goes out quickly, and one that hangs uses up no more than these. */
    private static final int AT_ONCE = 8;

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final Networks networks;
    private final Clock clock;

    /** Sends to permitted addresses only. */
    public WebhookNotifier(Networks networks, Duration total, Clock clock) {
        this.client = SafeEgress.client(networks, total);
        this.networks = networks;
        this.clock = clock;
    }

    @Override
    public Attempt send(Notification notification, Channel.Webhook channel) {
        byte[] key = WebhookMessage.key(channel.secret());
        if (key == null) {
            return new Attempt.Refused(Reason.MISCONFIGURED,
                    "the secret is not whsec_ and the base64 of 24 to 64 bytes");
        }
        String objection = SafeEgress.objection(channel.url(), networks);
        if (objection != null) {
            return new Attempt.Refused(Reason.BLOCKED, objection);
        }
        String host = host(channel.url());
        try (var response = client.newCall(request(notification, channel, key)).execute()) {
            return judge(response, host);
        } catch (IOException e) {
            return judge(e, host);
        }
    }

    @Override
    public String lane(String notificationId, Channel.Webhook channel) {
        URI url = channel.url();
        return host(url) + ":" + url.getPort() + "/" + Ids.of(String.valueOf(url.getPath())).substring(0, 12) + "/"
                + Math.floorMod(notificationId.hashCode(), AT_ONCE);
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }

    private Request request(Notification notification, Channel.Webhook channel, byte[] key) {
        byte[] body = WebhookMessage.body(notification);
        long seconds = clock.instant().getEpochSecond();
        return new Request.Builder().url(channel.url().toString()).post(RequestBody.create(body, JSON))
                .header("User-Agent", "CaspianWatch").header("webhook-id", notification.id())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", WebhookMessage.signature(key, notification.id(), seconds, body)).build();
    }

    /** 4xx is tried again as Standard Webhooks has it, for most are a receiver being set up; 410 alone is for good. */
    private Attempt judge(Response response, String host) {
        int status = response.code();
        String detail = host + " answered " + status;
        if (status >= 200 && status < 300) {
            return new Attempt.Delivered(detail);
        }
        if (status == 410) {
            return new Attempt.Refused(Reason.GONE, detail);
        }
        return new Attempt.Retry(reason(status), detail,
                RetryAfter.parse(response.header("Retry-After"), clock.instant()));
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 408 -> Reason.TIMEOUT;
            case 429 -> Reason.RATE_LIMITED;
            default -> status < 400 ? Reason.REDIRECT : status < 500 ? Reason.CLIENT_ERROR : Reason.SERVER_ERROR;
        };
    }

    private static Attempt judge(IOException failure, String host) {
        return switch (failure) {
            case BlockedAddressException blocked ->
                new Attempt.Refused(Reason.BLOCKED, String.valueOf(blocked.getMessage()));
            case InterruptedIOException _ -> new Attempt.Retry(Reason.TIMEOUT, host + " did not answer in time", null);
            case UnknownHostException _ -> new Attempt.Retry(Reason.DNS, host + " has no address", null);
            case SSLException _ -> new Attempt.Retry(Reason.TLS, host + " gives no secure connection", null);
            default -> new Attempt.Retry(Reason.CONNECT,
                    host + " cannot be reached: " + failure.getClass().getSimpleName(), null);
        };
    }

    private static String host(URI url) {
        return String.valueOf(url.getHost());
    }
}
