package caspianwatch.web;

import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.runtime.egress.Networks;
import java.util.List;

/**
 * What the web service needs to know.
 *
 * @param bind the address on which it listens
 * @param port its port; 0 takes a free one
 * @param webhookNetworks networks (CIDR) besides the public ones to which webhooks may be sent
 */
public record WebConfig(KafkaSettings kafka, String bind, int port, List<String> webhookNetworks) {
    public WebConfig {
        webhookNetworks = List.copyOf(webhookNetworks);
    }

    /** Reads the settings; problems are collected in them. */
    public static WebConfig from(Settings settings) {
        var networks = settings.list(Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS);
        try {
            Networks.publicAnd(networks);
        } catch (IllegalArgumentException e) {
            settings.problem(Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS, String.valueOf(e.getMessage()));
        }
        return new WebConfig(KafkaSettings.from(settings), settings.required(Setting.CASPIAN_BIND),
                settings.number(Setting.CASPIAN_PORT, 0, 65_535), networks);
    }
}
