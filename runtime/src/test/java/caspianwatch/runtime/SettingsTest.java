package caspianwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void aMisspeltSettingStopsTheStart() {
        var settings = Settings.of(Map.of("CASPIAN_PROT", "8080"));

        assertThatThrownBy(settings::check).isInstanceOf(SettingsException.class)
                .hasMessageContaining("CASPIAN_PROT is not a setting").hasMessageContaining("CASPIAN_PORT");
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        var settings = Settings.of(Map.of("CASPIAN_PORT", "eighty", "CASPIAN_HEALTH_PORT", "70000", "CASPIAN_X", "1"));
        settings.number(Setting.CASPIAN_PORT, 0, 65_535);
        settings.number(Setting.CASPIAN_HEALTH_PORT, 0, 65_535);
        settings.required(Setting.KAFKA_BOOTSTRAP_SERVERS);

        assertThatThrownBy(settings::check).hasMessageContaining("CASPIAN_PORT=eighty is not a whole number")
                .hasMessageContaining("CASPIAN_HEALTH_PORT=70000 is not from 0 to 65535")
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is not set").hasMessageContaining("CASPIAN_X");
    }

    @Test
    void otherProgramsSettingsAreLeftAlone() {
        var settings = Settings.of(Map.of("PATH", "/bin", "KAFKA_HEAP_OPTS", "-Xmx1g"));

        assertThatCode(settings::check).doesNotThrowAnyException();
    }

    @Test
    void anAbsentOrBlankSettingHasItsDefault() {
        var settings = Settings.of(Map.of("CASPIAN_BIND", "  "));

        assertThat(settings.text(Setting.CASPIAN_BIND)).isEqualTo("127.0.0.1");
        assertThat(settings.number(Setting.CASPIAN_PORT, 0, 65_535)).isEqualTo(8080);
        assertThat(settings.list(Setting.CASPIAN_FEEDS_ALLOW_NETWORKS)).isEmpty();
    }

    @Test
    void aListIsSplitAtCommas() {
        var settings = Settings.of(Map.of("CASPIAN_FEEDS_ALLOW_NETWORKS", "10.0.0.0/8, ,fd00::/8 "));

        assertThat(settings.list(Setting.CASPIAN_FEEDS_ALLOW_NETWORKS)).containsExactly("10.0.0.0/8", "fd00::/8");
    }

    @Test
    void kafkaSettingsReportWhatIsMissing() {
        var settings = Settings.of(Map.of());
        KafkaSettings.from(settings);

        assertThatThrownBy(settings::check).hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is not set");
    }
}
