package caspianwatch.runtime.egress;

import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client for addresses that users give: no proxy, no cookies, no redirects followed, addresses checked at connect.
 * It speaks HTTP/1.1 alone: a connection carries one request, so that HTTP/2 would gain nothing, and the client bounds no
 * header block there, in which one byte can stand for kilobytes.
 */
public final class SafeEgress {
    /** None: between two calls to a host lie minutes, in which servers close; a stale connection would cost an attempt. */
    private static final int IDLE_CONNECTIONS = 0;

    private SafeEgress() {}

    /**
     * A client that reaches only permitted addresses; a refused one fails with {@link BlockedAddressException}.
     *
     * @param total the most that a call may take, body included
     */
    public static OkHttpClient client(Networks networks, Duration total) {
        return client(networks, total, Dns.SYSTEM);
    }

    static OkHttpClient client(Networks networks, Duration total, Dns dns) {
        var names = new PermittedDns(networks, dns, total.toNanos());
        return new OkHttpClient.Builder().callTimeout(total).connectTimeout(total).readTimeout(total)
                .writeTimeout(total).followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                .protocols(List.of(Protocol.HTTP_1_1)).proxy(Proxy.NO_PROXY).cookieJar(CookieJar.NO_COOKIES)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .addInterceptor(new TargetCheck(networks, names)).dns(names)
                .socketFactory(new PermittedSockets(networks)).build();
    }

    /** Why an address is refused before any look-up (scheme, userinfo, odd host, private literal); null where it is not. */
    public static @Nullable String objection(URI url, Networks networks) {
        return TargetCheck.objection(url, networks);
    }
}
