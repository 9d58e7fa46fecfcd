package caspianwatch.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;

/** Where the alerts of a subscription go. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Channel.Webhook.class, name = "webhook"),
        @JsonSubTypes.Type(value = Channel.Log.class, name = "log")})
public sealed interface Channel {
    /** The word of this channel in records, metrics and pages. */
    String type();

    /** What tells two channels of one subscription apart; holds no secret. */
    String name();

    /**
     * A signed POST as of Standard Webhooks.
     *
     * @param secret {@code whsec_} and the base64 of 24 to 64 bytes; never logged or shown
     */
    record Webhook(URI url, String secret) implements Channel {
        @Override
        public String type() {
            return "webhook";
        }

        @Override
        public String name() {
            return "webhook:" + Ids.of(url.toString()).substring(0, 12);
        }

        @Override
        public String toString() {
            return "Webhook[" + url.getHost() + "]";
        }
    }

    /** One line in the log of the alerts service. */
    record Log() implements Channel {
        @Override
        public String type() {
            return "log";
        }

        @Override
        public String name() {
            return "log";
        }
    }
}
