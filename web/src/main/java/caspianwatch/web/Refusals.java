package caspianwatch.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that another site's page asks a browser for. Browsers say where a request comes from; programs send
 * neither header. A desk on loopback also refuses changes under a foreign host name, for a name can be made to point here.
 */
final class Refusals {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopback;

    Refusals(String bind) {
        loopback = LOOPBACK.contains(bind) || bind.equals("::1");
    }

    void check(Context context) {
        if (SAFE.contains(context.req().getMethod())) {
            return;
        }
        String site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new ForbiddenResponse("changes from other sites are refused");
        }
        String host = context.header("Host");
        String origin = context.header("Origin");
        // Our own pages send no referrer, and so no origin with a form; where the request comes from is said besides.
        if (origin != null && !"same-origin".equals(site)
                && (host == null || !origin.toLowerCase(Locale.ROOT).endsWith("://" + host.toLowerCase(Locale.ROOT)))) {
            throw new ForbiddenResponse("changes from other origins are refused");
        }
        if (loopback && !LOOPBACK.contains(name(host))) {
            throw new ForbiddenResponse("the desk listens on loopback and takes changes only under a loopback name");
        }
    }

    private static String name(@Nullable String host) {
        return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }
}
