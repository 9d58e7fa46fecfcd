package caspianwatch.ingest.feeds;

import caspianwatch.contract.Feed;
import caspianwatch.contract.Feed.Kind;
import caspianwatch.contract.Feed.Reliability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Feeds as a table: tab-separated, with a line of column names, {@code #} before comments. The columns are {@code title, url,
 * country, language, kind, affiliation, reliability, interval, enabled, reason}; the interval is in minutes, or in
 * seconds with an {@code s} behind it; an empty language or affiliation is not known; a disabled feed needs a reason.
 */
public final class FeedList {
    private static final String HEADER = "title\turl\tcountry\tlanguage\tkind\taffiliation\treliability\tinterval\tenabled\treason";
    private static final int COLUMNS = HEADER.split("\t", -1).length;
    private static final Pattern INTERVAL = Pattern.compile("([0-9]{1,5})(s?)");

    private FeedList() {}

    /** The list that comes with the program. */
    public static List<Feed> ours() {
        try (var file = FeedList.class.getResourceAsStream("/feeds.tsv")) {
            if (file == null) {
                throw new IllegalStateException("feeds.tsv is missing from the build");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FeedListException e) {
            throw new IllegalStateException("feeds.tsv is wrong", e);
        }
    }

    /** The list in a file. */
    public static List<Feed> read(Path file) throws FeedListException {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new FeedListException(List.of(file + " cannot be read: " + e.getMessage()));
        }
    }

    /** The list in a text. */
    public static List<Feed> parse(String text) throws FeedListException {
        var feeds = new ArrayList<Feed>();
        var mistakes = new ArrayList<String>();
        var ids = new HashSet<String>();
        String[] lines = text.split("\\R", -1);
        boolean header = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!header) {
                header = true;
                if (!line.strip().equals(HEADER)) {
                    throw new FeedListException(
                            List.of("line " + (i + 1) + ": the first line must be " + HEADER.replace("\t", "⇥")));
                }
                continue;
            }
            try {
                Feed feed = row(line);
                if (!ids.add(feed.id())) {
                    throw new IllegalArgumentException("the address " + feed.url() + " is there twice");
                }
                feeds.add(feed);
            } catch (IllegalArgumentException e) {
                mistakes.add("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new FeedListException(mistakes);
        }
        return List.copyOf(feeds);
    }

    private static Feed row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS);
        }
        String title = needed("title", cells[0]);
        URI url = address(needed("url", cells[1]));
        boolean enabled = switch (needed("enabled", cells[8])) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("enabled must be yes or no, not " + cells[8].strip());
        };
        String reason = optional(cells[9]);
        if (enabled == (reason != null)) {
            throw new IllegalArgumentException(
                    enabled ? "an enabled feed has no reason" : "a disabled feed needs a reason");
        }
        return new Feed(Feed.idOf(url), url, title, needed("country", cells[2]), optional(cells[3]),
                choice("kind", cells[4], Kind::valueOf, Kind.values()), optional(cells[5]),
                choice("reliability", cells[6], Reliability::valueOf, Reliability.values()),
                interval(needed("interval", cells[7])), enabled, reason);
    }

    private static URI address(String written) {
        URI url = URI.create(written);
        if (url.getHost() == null || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException(written + " is not an http or https address");
        }
        return url;
    }

    private static Duration interval(String written) {
        var match = INTERVAL.matcher(written);
        if (!match.matches() || match.group(1).matches("0+")) {
            throw new IllegalArgumentException("the interval must be minutes, or seconds such as 30s, not " + written);
        }
        int number = Integer.parseInt(match.group(1));
        return match.group(2).isEmpty() ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    private static <E extends Enum<E>> E choice(String column, String cell, Function<String, E> valueOf, E[] all) {
        try {
            return valueOf.apply(needed(column, cell).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    column + " must be one of " + List.of(all).toString().toLowerCase(Locale.ROOT) + ", not "
                            + cell.strip(),
                    e);
        }
    }

    private static String needed(String column, String cell) {
        if (cell.isBlank()) {
            throw new IllegalArgumentException(column + " is empty");
        }
        return cell.strip();
    }

    private static @Nullable String optional(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
