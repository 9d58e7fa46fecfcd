package caspianwatch.runtime;

import org.jspecify.annotations.Nullable;

/** Every setting there is, by the name of its environment variable. */
public enum Setting {
    KAFKA_BOOTSTRAP_SERVERS(null, "the brokers, such as 127.0.0.1:9092"), CASPIAN_DATA("data",
            "the folder for state that can be rebuilt, and of the embedded broker"), CASPIAN_BIND("127.0.0.1",
                    "the address on which the desk listens"), CASPIAN_PORT("8080",
                            "the port of the desk"), CASPIAN_HEALTH_BIND("127.0.0.1",
                                    "the address on which health and metrics listen"), CASPIAN_HEALTH_PORT("9464",
                                            "the port of health and metrics; 0 takes a free one"), CASPIAN_TOPIC_REPLICATION(
                                                    "-1",
                                                    "copies of each topic; -1 leaves it to the broker"), CASPIAN_FEEDS_FILE(
                                                            null,
                                                            "the feeds to load at the first start, instead of the default list"), CASPIAN_FEEDS_CONTACT(
                                                                    "https://caspianwatch.example/bot",
                                                                    "the contact in the User-Agent of feed requests"), CASPIAN_FEEDS_ALLOW_NETWORKS(
                                                                            null,
                                                                            "private networks (CIDR, comma-separated) in which feeds may be fetched"), CASPIAN_WEBHOOKS_ALLOW_NETWORKS(
                                                                                    null,
                                                                                    "private networks (CIDR, comma-separated) to which webhooks may be sent"), CASPIAN_DISK_FLOOR_MIB(
                                                                                            "256",
                                                                                            "free space (MiB) at CASPIAN_DATA below which no feed is asked; 0 for none"), CASPIAN_LOG_FORMAT(
                                                                                                    "text",
                                                                                                    "text or json: how a service that runs alone writes its log to stdout");

    final @Nullable String fallback;
    final String meaning;

    Setting(@Nullable String fallback, String meaning) {
        this.fallback = fallback;
        this.meaning = meaning;
    }

    /** What it means, for help texts. */
    public String meaning() {
        return meaning;
    }
}
