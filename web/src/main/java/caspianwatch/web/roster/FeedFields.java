package caspianwatch.web.roster;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Feed.Kind;
import caspianwatch.contract.Feed.Reliability;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.runtime.egress.SafeEgress;
import java.net.IDN;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes of a feed, by the names that API, page, command line and OPML share: {@code url, title, country,
 * language, kind, affiliation, reliability, interval} (minutes, or seconds such as {@code 90s}), {@code enabled}
 * ({@code yes} or {@code no}) and {@code reason}, which a disabled feed needs. A name that is absent stays as it was.
 */
public record FeedFields(Map<String, String> values) {
    private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,6})(s?)");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
    private static final Pattern COUNTRY = Pattern.compile("[\\p{L}][\\p{L} -]{1,30}");
    private static final Pattern HOST = Pattern.compile("(?i)(https?://)([^/?#:@\\\\]+)(.*)");
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int LONGEST_URL = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 300;

    /** The address, checked before anything is looked up. */
    public static URI address(String written, Networks networks) throws RosterException {
        String text = written.strip();
        if (text.length() > LONGEST_URL) {
            throw wrong("url is longer than " + LONGEST_URL + " characters");
        }
        URI url;
        try {
            url = URI.create(inAscii(text));
        } catch (IllegalArgumentException _) {
            throw wrong("url is not an address");
        }
        String objection = SafeEgress.objection(url, networks);
        if (objection != null || url.getHost() == null) {
            throw wrong("url: " + (objection == null ? "an address needs a host" : objection));
        }
        return url;
    }

    /** The address with the host as it is looked up; letters that mean a plain name or number in disguise are not allowed. */
    private static String inAscii(String text) throws RosterException {
        var parts = HOST.matcher(text);
        if (!parts.matches() || parts.group(2).chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        String host = IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES);
        if (!host.contains("xn--")) {
            throw wrong("url: the host can be read in two ways");
        }
        return parts.group(1) + host + parts.group(3);
    }

    /** A feed that is added. */
    public Feed added(Networks networks) throws RosterException {
        URI url = address(needed("url"), networks);
        return feed(Feed.idOf(url), url, null);
    }

    /** A feed that is changed; what is not named stays. */
    public Feed changed(Feed before, Networks networks) throws RosterException {
        String written = values.get("url");
        return feed(before.id(), written == null ? before.url() : address(written, networks), before);
    }

    private Feed feed(String id, URI url, @Nullable Feed before) throws RosterException {
        boolean enabled = enabled(before);
        String reason = enabled
                ? null
                : text("reason", LONGEST_REASON, before == null ? null : before.disabledReason());
        if (!enabled && reason == null) {
            throw wrong("a disabled feed needs a reason");
        }
        String title = text("title", LONGEST_TITLE, before == null ? null : before.title());
        return new Feed(id, url, title == null ? url.getHost() : title, country(before), language(before),
                choice("kind", Kind.values(), before == null ? Kind.INDEPENDENT : before.kind()),
                text("affiliation", LONGEST_TITLE, before == null ? null : before.affiliation()),
                choice("reliability", Reliability.values(), before == null ? Reliability.F : before.reliability()),
                interval(before), enabled, reason, before == null ? null : before.fetchRequested(), null);
    }

    private boolean enabled(@Nullable Feed before) throws RosterException {
        String written = values.get("enabled");
        return switch (written == null ? "" : written.strip()) {
            case "" -> before == null || before.draft() != null || before.enabled();
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw wrong("enabled must be yes or no");
        };
    }

    private String country(@Nullable Feed before) throws RosterException {
        String written = text("country", LONGEST_TITLE, before == null ? null : before.country());
        String country = written == null ? "unknown" : written;
        if (!COUNTRY.matcher(country).matches()) {
            throw wrong("country must be a code such as AZ, or a word such as regional");
        }
        return country.length() == 2 ? country.toUpperCase(Locale.ROOT) : country.toLowerCase(Locale.ROOT);
    }

    private @Nullable String language(@Nullable Feed before) throws RosterException {
        String language = text("language", LONGEST_TITLE, before == null ? null : before.language());
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw wrong("language must be a code such as ru");
        }
        return language;
    }

    private Duration interval(@Nullable Feed before) throws RosterException {
        String written = values.get("interval");
        if (written == null || written.isBlank()) {
            return before == null ? Duration.ofMinutes(15) : before.interval();
        }
        var interval = duration(written.strip());
        boolean stays = before != null && interval.equals(before.interval());
        if ((!stays && interval.compareTo(SHORTEST) < 0) || interval.compareTo(LONGEST) > 0) {
            throw wrong("interval must lie between 30 seconds and 7 days");
        }
        return interval;
    }

    private static Duration duration(String written) throws RosterException {
        var match = INTERVAL.matcher(written);
        if (match.matches()) {
            int number = Integer.parseInt(match.group(1));
            return match.group(2).isEmpty() ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
        }
        try {
            return Duration.parse(written);
        } catch (DateTimeParseException e) {
            throw wrong("interval must be minutes, seconds such as 90s, or an ISO 8601 duration such as PT15M");
        }
    }

    private <E extends Enum<E>> E choice(String name, E[] all, E otherwise) throws RosterException {
        String written = values.get(name);
        if (written == null || written.isBlank()) {
            return otherwise;
        }
        for (E each : all) {
            if (each.name().equalsIgnoreCase(written.strip())) {
                return each;
            }
        }
        throw wrong(name + " must be one of "
                + Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** The text; an empty one takes away what was there. */
    private @Nullable String text(String name, int longest, @Nullable String otherwise) throws RosterException {
        String written = values.get(name);
        if (written == null) {
            return otherwise;
        }
        String text = written.strip();
        if (text.length() > longest) {
            throw wrong(name + " is longer than " + longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw wrong(name + " holds control characters");
        }
        return text.isEmpty() ? null : text;
    }

    private String needed(String name) throws RosterException {
        String written = values.get(name);
        if (written == null || written.isBlank()) {
            throw wrong(name + " is missing");
        }
        return written;
    }

    private static RosterException wrong(String sentence) {
        return new RosterException(400, sentence);
    }
}
