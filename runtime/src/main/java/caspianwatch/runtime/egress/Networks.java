package caspianwatch.runtime.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which addresses may be reached: everything globally routable, and what the operator allows besides. */
public final class Networks {
    private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");
    private static final List<Network> SPECIAL = special();

    private final List<Network> allowed;

    private Networks(List<Network> allowed) {
        this.allowed = allowed;
    }

    /** The globally routable addresses and these networks (CIDR); {@link IllegalArgumentException} names one that is none. */
    public static Networks publicAnd(List<String> allowed) {
        return new Networks(allowed.stream().map(Network::parse).toList());
    }

    /** Whether the address may be reached. */
    public boolean permits(InetAddress address) {
        return within(allowed, address) || (!within(SPECIAL, address) && assigned(address));
    }

    private static boolean assigned(InetAddress address) {
        return !(address instanceof Inet6Address) || GLOBAL_UNICAST.contains(address);
    }

    private static boolean within(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> special() {
        try (InputStream table = Networks.class.getResourceAsStream("special-purpose.txt")) {
            if (table == null) {
                throw new IllegalStateException("special-purpose.txt is missing from the build");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Network.parse(line.substring(0, line.indexOf(' ')))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
