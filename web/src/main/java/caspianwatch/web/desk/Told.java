package caspianwatch.web.desk;

import caspianwatch.contract.Delivery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How the alerts of an article were told.
 *
 * @param mark {@code raised} before the first attempt, else the worst of {@code sent}, {@code retry}, {@code failed}
 * @param names of the subscriptions that fired
 */
record Told(String mark, String names) {
    /** The last attempt of each notification and channel, from attempts that stand newest first. */
    static List<Delivery> latest(List<Delivery> attempts) {
        var latest = new LinkedHashMap<String, Delivery>();
        attempts.forEach(each -> latest.putIfAbsent(each.notificationId() + "/" + each.channel(), each));
        return List.copyOf(latest.values());
    }

    static String mark(Collection<Delivery> latest) {
        boolean failed = latest.stream().anyMatch(each -> each.outcome() == Delivery.Outcome.FAILED);
        boolean retrying = latest.stream().anyMatch(each -> each.outcome() == Delivery.Outcome.RETRYING);
        return latest.isEmpty() ? "raised" : failed ? "failed" : retrying ? "retry" : "sent";
    }
}
