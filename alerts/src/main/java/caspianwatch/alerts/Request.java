package caspianwatch.alerts;

import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Reason;
import caspianwatch.contract.Alert;
import caspianwatch.contract.Channel;

/** What is asked of the notifications of one alert. It lives in one task only: a channel's secret is in it. */
sealed interface Request {
    /** The alert in question. */
    Alert alert();

    /** Send it over this channel. */
    record Send(Alert alert, Channel channel) implements Request {}

    /** Record that it cannot be sent at all. */
    record GiveUp(Alert alert, Reason reason) implements Request {
        /** What stands for the channel that nobody knows. */
        static final String NO_CHANNEL = "unknown";
    }

    /** The id of the notification. */
    default String notificationId() {
        return Notification.idOf(alert().subscriptionId(), alert().id(), switch (this) {
            case Send send -> send.channel().name();
            case GiveUp _ -> GiveUp.NO_CHANNEL;
        });
    }
}
