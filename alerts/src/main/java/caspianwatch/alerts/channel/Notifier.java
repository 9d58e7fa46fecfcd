package caspianwatch.alerts.channel;

import caspianwatch.contract.Channel;

/** Sends notifications over one kind of channel. Any number of threads. */
public interface Notifier<C extends Channel> {
    /**
     * Makes one attempt, within 9 seconds. A failure that can be foreseen is a result; the same notification may come
     * again, when the outcome of an attempt was lost, and must then look the same to the receiver.
     */
    Attempt send(Notification notification, C channel);

    /**
     * What is sent one at a time: an endpoint that others own, without secrets; the notification itself where nobody
     * has to be spared.
     */
    String lane(String notificationId, C channel);
}
