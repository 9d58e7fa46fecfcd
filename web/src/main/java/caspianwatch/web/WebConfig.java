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
 * @param feedNetworks networks (CIDR) besides the public ones in which a feed's address may lie
 */
public record WebConfig(KafkaSettings kafka, String bind, int port, List<String> webhookNetworks,
        List<String> feedNetworks) {
    public WebConfig {
        feedNetworks = List.copyOf(feedNetworks);
        webhookNetworks = List.copyOf(webhookNetworks);
    }

    /** Reads the settings; problems are collected in them. */
    public static WebConfig from(Settings settings) {
        return new WebConfig(KafkaSettings.from(settings), settings.required(Setting.CASPIAN_BIND),
                settings.number(Setting.CASPIAN_PORT, 0, 65_535),
                networks(settings, Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS),
                networks(settings, Setting.CASPIAN_FEEDS_ALLOW_NETWORKS));
    }

    private static List<String> networks(Settings settings, Setting setting) {
        var networks = settings.list(setting);
        try {
            Networks.publicAnd(networks);
        } catch (IllegalArgumentException e) {
            settings.problem(setting, String.valueOf(e.getMessage()));
        }
        return networks;
    }
}
