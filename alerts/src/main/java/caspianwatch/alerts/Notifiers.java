package caspianwatch.alerts;

import caspianwatch.alerts.channel.Attempt;
import caspianwatch.alerts.channel.Notification;
import caspianwatch.alerts.channel.Notifier;
import caspianwatch.contract.Channel;

/** One notifier for each kind of channel. */
record Notifiers(Notifier<Channel.Webhook> webhook, Notifier<Channel.Log> log) {

    Attempt send(Notification notification, Channel channel) {
        return switch (channel) {
            case Channel.Webhook endpoint -> webhook.send(notification, endpoint);
            case Channel.Log line -> log.send(notification, line);
        };
    }

    String lane(String notificationId, Channel channel) {
        return channel.type() + ":" + switch (channel) {
            case Channel.Webhook endpoint -> webhook.lane(notificationId, endpoint);
            case Channel.Log line -> log.lane(notificationId, line);
        };
    }
}
