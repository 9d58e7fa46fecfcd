package caspianwatch.alerts;

import caspianwatch.alerts.channel.Notification;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What is remembered of a notification; no secret is in it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({@JsonSubTypes.Type(value = NotificationState.Sending.class, name = "sending"),
        @JsonSubTypes.Type(value = NotificationState.Settled.class, name = "settled")})
sealed interface NotificationState {
    /**
     * On its way.
     *
     * @param channel the channel's name, by which each attempt looks it up
     * @param attempt the one that is due, from 1
     * @param since when the first was due
     * @param fetched when the article was fetched
     */
    record Sending(Notification notification, String channel, String channelType, String lane, int attempt,
            Instant since, Instant fetched) implements NotificationState {
        Sending again() {
            return new Sending(notification, channel, channelType, lane, attempt + 1, since, fetched);
        }
    }

    /** Delivered or given up; remembered for a while, so that the same alert notifies nobody again. */
    record Settled(Instant at) implements NotificationState {}
}
