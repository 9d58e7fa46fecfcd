package caspianwatch.alerts;

import caspianwatch.runtime.KafkaSettings;
import caspianwatch.runtime.Setting;
import caspianwatch.runtime.Settings;
import caspianwatch.runtime.egress.Networks;
import java.util.List;

/**
 * The settings of the alerts service.
 *
 * @param allowNetworks private networks (CIDR) to which webhooks may be sent
 */
public record AlertsConfig(KafkaSettings kafka, List<String> allowNetworks) {
    public AlertsConfig {
        allowNetworks = List.copyOf(allowNetworks);
    }

    /** Reads the settings; problems are collected in them. */
    public static AlertsConfig from(Settings settings) {
        List<String> allowed = settings.list(Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS);
        try {
            Networks.publicAnd(allowed);
        } catch (IllegalArgumentException e) {
            settings.problem(Setting.CASPIAN_WEBHOOKS_ALLOW_NETWORKS, String.valueOf(e.getMessage()));
        }
        return new AlertsConfig(KafkaSettings.from(settings), allowed);
    }
}
