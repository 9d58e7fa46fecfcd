package caspianwatch.web.feed;

import caspianwatch.contract.Ids;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /topics/{tag}.atom} and {@code .json}: the newest 50 articles of a tag, or of all. A reader that has them gets 304. */
public final class TopicFeeds {
    private static final int NEWEST = 50;
    private static final String ALL = "all";

    private final Views views;
    private final Set<String> tags;

    /** @param tags the tags of the taxonomy; each has a feed, also while it has no article */
    public TopicFeeds(Views views, Set<String> tags) {
        this.views = views;
        this.tags = Set.copyOf(tags);
    }

    /** Adds the routes. */
    public void routes(RoutesConfig routes) {
        Handler atom = context -> answer(context, "application/atom+xml;charset=utf-8", Atom::write);
        Handler json = context -> answer(context, "application/feed+json", JsonFeed::write);
        // Some readers ask for the head alone first; the server leaves the body of its answer away.
        routes.get("/topics/{tag}.atom", atom).head("/topics/{tag}.atom", atom);
        routes.get("/topics/{tag}.json", json).head("/topics/{tag}.json", json);
    }

    @FunctionalInterface
    private interface Format {
        byte[] write(TopicFeed feed);
    }

    private void answer(Context context, String type, Format format) {
        String tag = context.pathParam("tag");
        if (!tag.equals(ALL) && !tags.contains(tag)) {
            context.status(404).contentType("text/plain;charset=utf-8").result("No such topic feed.");
            return;
        }
        List<TaggedArticle> articles = tag.equals(ALL)
                ? views.articles.stream().limit(NEWEST).toList()
                : views.articles.referringTo(tag).stream().limit(NEWEST).toList();
        Instant updated = articles.stream().map(TaggedArticle::tagged).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS);
        byte[] body = format.write(new TopicFeed(tag, site(context), updated, articles));
        String etag = "\"" + Ids.of(Base64.getEncoder().encodeToString(body)) + "\"";
        context.header("ETag", etag).header("Cache-Control", "no-cache").header("Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(updated.atZone(ZoneOffset.UTC)));
        if (unchanged(context, etag, updated)) {
            context.status(304);
        } else {
            context.contentType(type).result(body);
        }
    }

    /** The validator decides where there is one (RFC 9110, 13.1.3), else the date. */
    private static boolean unchanged(Context context, String etag, Instant updated) {
        String known = context.header("If-None-Match");
        if (known != null) {
            // A proxy that compresses marks the validator as weak or with a suffix; the hash within is ours.
            return known.equals("*") || known.contains(etag.substring(1, etag.length() - 1));
        }
        Instant since = instant(context.header("If-Modified-Since"));
        return since != null && !updated.isAfter(since);
    }

    private static @Nullable Instant instant(@Nullable String date) {
        try {
            return date == null ? null : ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String site(Context context) {
        String host = context.header("Host");
        boolean plain = host != null && host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}");
        return context.scheme() + "://" + (plain ? host : "localhost");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
