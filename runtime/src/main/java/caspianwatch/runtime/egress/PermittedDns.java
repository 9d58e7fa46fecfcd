package caspianwatch.runtime.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Looks names up and keeps only what may be reached. */
final class PermittedDns implements Dns {
    private final Networks networks;
    private final Dns dns;

    PermittedDns(Networks networks, Dns dns) {
        this.networks = networks;
        this.dns = dns;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var all = dns.lookup(host);
        var permitted = all.stream().filter(networks::permits).toList();
        if (permitted.isEmpty() && !all.isEmpty()) {
            throw new BlockedNameException(host + " is in a network that is not allowed");
        }
        return permitted;
    }

    /** A look-up may fail in this way only; {@link TargetCheck} makes it a {@link BlockedAddressException}. */
    static final class BlockedNameException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        BlockedNameException(String message) {
            super(message);
        }
    }
}
