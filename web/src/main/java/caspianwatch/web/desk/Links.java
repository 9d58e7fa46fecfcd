package caspianwatch.web.desk;

import java.net.IDN;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses for pages: ours, and the publishers'. */
public final class Links {
    private Links() {}

    /** The address where it may stand in a link: http or https with a host and no user; else null. */
    public static @Nullable String outside(@Nullable URI url) {
        if (url == null || url.getScheme() == null || url.getHost() == null || url.getUserInfo() != null) {
            return null;
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? url.toASCIIString() : null;
    }

    /** The host as it is looked up, so that letters of another script cannot pass for Latin ones. */
    static String host(URI url) {
        String host = url.getHost();
        try {
            return host == null ? "" : IDN.toASCII(host);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** The wire for a query text. */
    static String wire(String query) {
        return query.isBlank() ? "/wire" : "/wire?q=" + encode(query);
    }

    /** A value in a query string or path. */
    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
