package caspianwatch.runtime.egress;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an address by looking at it. Two parsers that read one address differently are how a check is got
 * round, so what either of them finds odd is refused rather than interpreted.
 */
final class TargetCheck implements Interceptor {
    private static final int LONGEST_HOST = 253;

    private final Networks networks;
    private final PermittedDns dns;

    TargetCheck(Networks networks, PermittedDns dns) {
        this.networks = networks;
        this.dns = dns;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var url = chain.request().url();
        String objection = objection(url.uri(), networks);
        if (objection != null) {
            throw new BlockedAddressException(objection);
        }
        try {
            return chain.withDns(dns.within(chain.call().timeout().timeoutNanos())).proceed(chain.request());
        } catch (PermittedDns.BlockedNameException e) {
            throw new BlockedAddressException(String.valueOf(e.getMessage()));
        }
    }

    static @Nullable String objection(URI url, Networks networks) {
        String scheme = url.getScheme();
        if (scheme == null || !(scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
            return "only http and https addresses are allowed";
        }
        String authority = url.getRawAuthority();
        if (authority == null) {
            return "the address has no host";
        }
        if (authority.indexOf('@') >= 0) {
            return "an address with a user name or password is not allowed";
        }
        if (!Ports.permits(url.getPort())) {
            return "port " + url.getPort() + " is not one of the web";
        }
        String host = url.getHost();
        if (host == null || host.isEmpty() || host.length() > LONGEST_HOST) {
            return "the host must be a name in ASCII letters, or an address";
        }
        var read = HttpUrl.parse(url.toString());
        if (read == null) {
            return "the address cannot be read";
        }
        if (url.getPort() != -1 && url.getPort() != read.port()) {
            return "the port can be read in two ways";
        }
        return host.startsWith("[")
                ? ofLiteral(host.substring(1, host.length() - 1), networks)
                : ofName(host.toLowerCase(Locale.ROOT), read.host(), networks);
    }

    private static @Nullable String ofName(String host, String asRead, Networks networks) {
        if (host.endsWith(".")) {
            return "a host with a dot at its end is not allowed";
        }
        if (!host.equals(asRead)) {
            return "the host can be read in two ways";
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (Character.digit(last.charAt(0), 10) >= 0) {
            return ofLiteral(host, networks);
        }
        if (last.equals("localhost") && !networks.permits(InetAddress.getLoopbackAddress())) {
            return "localhost is in a network that is not allowed";
        }
        return null;
    }

    private static @Nullable String ofLiteral(String text, Networks networks) {
        InetAddress address;
        try {
            address = Network.literal(text);
        } catch (IllegalArgumentException e) {
            return "the host must be a name or a plain address such as 192.0.2.1";
        }
        if (address instanceof Inet4Address && text.indexOf(':') >= 0) {
            return "an IPv4 address inside an IPv6 one is not allowed";
        }
        return networks.permits(address) ? null : text + " is in a network that is not allowed";
    }
}
