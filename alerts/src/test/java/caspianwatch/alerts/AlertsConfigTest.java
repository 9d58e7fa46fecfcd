package caspianwatch.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import caspianwatch.runtime.Settings;
import caspianwatch.runtime.SettingsException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsConfigTest {
    @Test
    void allowsNoPrivateNetworkUnlessItIsNamed() {
        var settings = Settings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"));

        assertThat(AlertsConfig.from(settings).allowNetworks()).isEmpty();
        settings.check();
    }

    @Test
    void takesTheNetworksThatAreNamed() {
        var settings = Settings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
                "CASPIAN_WEBHOOKS_ALLOW_NETWORKS", "127.0.0.0/8, 10.1.0.0/16"));

        assertThat(AlertsConfig.from(settings).allowNetworks()).containsExactly("127.0.0.0/8", "10.1.0.0/16");
        settings.check();
    }

    @Test
    void namesTheSettingWhoseNetworkIsNone() {
        var settings = Settings.of(Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092",
                "CASPIAN_WEBHOOKS_ALLOW_NETWORKS", "10.1.0.0/99"));
        AlertsConfig.from(settings);

        assertThatThrownBy(settings::check).isInstanceOf(SettingsException.class)
                .hasMessageContaining("CASPIAN_WEBHOOKS_ALLOW_NETWORKS").hasMessageContaining("10.1.0.0/99");
    }
}
