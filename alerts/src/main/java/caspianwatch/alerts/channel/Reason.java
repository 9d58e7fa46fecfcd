package caspianwatch.alerts.channel;

import java.util.Locale;

/** Why a notification was delivered or not: the same word in log, metric and page. */
public enum Reason {
    /** The other side accepted it. */
    DELIVERED,
    /** No answer in time, or 408. */
    TIMEOUT,
    /** The host has no address. */
    DNS,
    /** No secure connection, such as an expired certificate. */
    TLS,
    /** No connection, or it broke. */
    CONNECT,
    /** 3xx, which is never followed: a signed notification goes where its owner said. */
    REDIRECT,
    /** 4xx. */
    CLIENT_ERROR,
    /** 429. */
    RATE_LIMITED,
    /** 5xx. */
    SERVER_ERROR,
    /** 410: the endpoint wants no more. */
    GONE,
    /** The address lies in a network that must not be reached. */
    BLOCKED,
    /** The channel's own settings cannot be used. */
    MISCONFIGURED,
    /** A fault of ours. */
    INTERNAL_ERROR,
    /** No subscription of this id appeared. */
    SUBSCRIPTION_UNKNOWN,
    /** The subscription was deleted while the notification waited. */
    SUBSCRIPTION_REMOVED,
    /** The subscription was switched off while the notification waited. */
    SUBSCRIPTION_DISABLED,
    /** The subscription has no longer this channel. */
    CHANNEL_REMOVED;

    /** Lower case with underscores. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
