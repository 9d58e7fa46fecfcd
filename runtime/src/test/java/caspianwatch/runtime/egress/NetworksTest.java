package caspianwatch.runtime.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    private final Networks open = Networks.publicAnd(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.255",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.31.196.1", "192.52.193.1",
            "192.88.99.1", "192.168.1.1", "192.175.48.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1",
            "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "::", "::1", "::127.0.0.1",
            "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::",
            "2620:4f:8000::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1",
            "ff02::1"})
    void refusesWhatIsNotGlobal(String address) {
        assertThat(open.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
            "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.17.255.255",
            "198.20.0.0", "223.255.255.255", "2001:200::1", "2606:4700::1111", "2a00:1450::1", "3ffe::1"})
    void permitsWhatIsGlobalUpToItsEdges(String address) {
        assertThat(open.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void permitsNetworksThatTheOperatorNamesAndNotTheirNeighbours() {
        var networks = Networks.publicAnd(List.of("10.1.0.0/20", "127.0.0.1", "fd00:1::/33"));

        assertThat(networks.permits(InetAddress.ofLiteral("10.1.15.255"))).isTrue();
        assertThat(networks.permits(InetAddress.ofLiteral("10.1.16.0"))).isFalse();
        assertThat(networks.permits(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(networks.permits(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(networks.permits(InetAddress.ofLiteral("fd00:1:7fff::1"))).isTrue();
        assertThat(networks.permits(InetAddress.ofLiteral("fd00:1:8000::1"))).isFalse();
        assertThat(networks.permits(InetAddress.ofLiteral("::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "local", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "010.0.0.0/8",
            "256.1.1.1",
            "fd00::/129", "fe80::1%1/64", "10.0.0.0/8/8"})
    void namesWhatIsNoNetwork(String text) {
        assertThatThrownBy(() -> Networks.publicAnd(List.of("10.0.0.0/8", text)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(text);
    }
}
