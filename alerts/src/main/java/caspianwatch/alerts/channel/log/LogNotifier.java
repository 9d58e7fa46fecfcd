package caspianwatch.alerts.channel.log;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Notifier;
import caspianwatch.contract.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line at INFO for each alert. */
public final class LogNotifier implements Notifier<Channel.Log> {
    private static final Logger log = LoggerFactory.getLogger("caspianwatch.alert");

    @Override
    public Attempt send(Notification notification, Channel.Log channel) {
        for (var alert : notification.alerts()) {
            log.info("{}", LogLine.of(notification.subscription(), alert));
        }
        return new Attempt.Delivered("written to the log");
    }

    @Override
    public String lane(String notificationId, Channel.Log channel) {
        return notificationId;
    }
}
