package caspianwatch.ingest.parse;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.internal.StringUtil;
import org.jspecify.annotations.Nullable;

/** Links as entries give them: made absolute, and without what only serves to track the reader. */
public final class Links {
    private static final Pattern TRACKING = Pattern.compile(
            "(utm_\\w+|mtm_\\w+|pk_\\w+|hsa_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|igshid|mc_cid|mc_eid|_openstat|ncid|cmpid|at_medium|at_campaign|traffic_source)(=.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final Pattern UNSAFE = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]");
    private static final int LONGEST = 4_096;

    private Links() {}

    /** The link against its base; as written where there is no base or nothing to resolve; null where blank. */
    static @Nullable String absolute(@Nullable String link, @Nullable String base) {
        if (link == null || link.isBlank() || link.length() > LONGEST) {
            return null;
        }
        String tidy = link.strip().replaceAll("[\\r\\n\\t]+", "");
        if (base == null || SCHEME.matcher(tidy).matches()) {
            return tidy;
        }
        String resolved = StringUtil.resolve(base, tidy);
        return resolved.isEmpty() ? tidy : resolved;
    }

    /** The address, if it is one of the web; null for anything else. */
    public static @Nullable URI web(@Nullable String link) {
        if (link == null || link.length() > LONGEST) {
            return null;
        }
        URI uri = lenient(link.strip());
        if (uri == null || uri.getScheme() == null || uri.getHost() == null) {
            return null;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? uri : null;
    }

    /** The same page under one name: host in lower case, no default port, no fragment, no tracking parameters. */
    public static URI canonical(URI link) {
        String host = link.getHost() == null ? "" : link.getHost().toLowerCase(Locale.ROOT);
        String scheme = link.getScheme().toLowerCase(Locale.ROOT);
        boolean usual = link.getPort() < 0 || link.getPort() == (scheme.equals("https") ? 443 : 80);
        String path = link.getRawPath() == null || link.getRawPath().isEmpty() ? "/" : link.getRawPath();
        String query = untracked(link.getRawQuery());
        URI canonical = lenient(scheme + "://" + host + (usual ? "" : ":" + link.getPort()) + path
                + (query.isEmpty() ? "" : "?" + query));
        return canonical == null ? link : canonical;
    }

    private static String untracked(@Nullable String query) {
        if (query == null) {
            return "";
        }
        var kept = new StringBuilder();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty() && !TRACKING.matcher(pair).matches()) {
                kept.append(kept.isEmpty() ? "" : "&").append(pair);
            }
        }
        return kept.toString();
    }

    private static @Nullable URI lenient(String link) {
        try {
            return new URI(UNSAFE.matcher(link).replaceAll(match -> percent(match.group())));
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Publishers write letters and blanks where RFC 3986 wants them escaped; a lone surrogate escapes as a question mark. */
    private static String percent(String character) {
        var out = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
        }
        return out.toString();
    }
}
