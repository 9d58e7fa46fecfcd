package caspianwatch.runtime.egress;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.regex.Pattern;

/** A network in CIDR notation, such as {@code 10.0.0.0/8} or {@code fd00::/8}; a plain address is a network of one. */
record Network(InetAddress prefix, int bits) {
    private static final Pattern QUAD = Pattern
            .compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads one; {@link IllegalArgumentException} names what is none. Never looks a name up. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            var address = literal(slash < 0 ? text : text.substring(0, slash));
            int most = address.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(text, slash + 1, text.length(), 10);
            if (bits >= 0 && bits <= most) {
                return new Network(address, bits);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
        throw new IllegalArgumentException("not a network: " + text);
    }

    /** The address that a literal names: a dotted quad without leading zeros, or IPv6 without a zone. */
    static InetAddress literal(String text) {
        try {
            if (QUAD.matcher(text).matches()) {
                return Inet4Address.ofLiteral(text);
            }
            if (SIX.matcher(text).matches()) {
                return Inet6Address.ofLiteral(text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
        throw new IllegalArgumentException("not an address: " + text);
    }

    boolean contains(InetAddress address) {
        byte[] own = prefix.getAddress();
        byte[] other = address.getAddress();
        if (other.length != own.length) {
            return false;
        }
        for (int i = 0; i < bits; i += 8) {
            int mask = 0xff00 >> Math.min(8, bits - i);
            if (((own[i / 8] ^ other[i / 8]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
