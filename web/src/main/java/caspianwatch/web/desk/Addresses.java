package caspianwatch.web.desk;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who counts as one address: an IPv4 address, or the /64 that one subscriber of IPv6 has to himself. */
final class Addresses {
    private Addresses() {}

    /** @param literal the address of the other side of a connection; never looked up */
    static String of(String literal) {
        if (!literal.contains(":")) {
            return literal;
        }
        try {
            var address = InetAddress.getByName(literal);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8))
                    : address.getHostAddress();
        } catch (UnknownHostException _) {
            return literal;
        }
    }
}
