package caspianwatch.web.api;

import caspianwatch.contract.Feed;
import caspianwatch.contract.FeedStatus;
import caspianwatch.contract.FeedStatus.Look;
import caspianwatch.web.roster.FeedFields;
import caspianwatch.web.roster.Opml;
import caspianwatch.web.roster.Roster;
import caspianwatch.web.roster.RosterException;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.KnownFeed;
import caspianwatch.web.view.Views;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The list of feeds for programs: read, add, change, remove, fetch now, preview, and OPML in and out. */
public final class FeedsApi {
    private static final String FEEDS = "/api/v1/feeds";
    private static final Set<String> NAMES = Set.of("url", "title", "country", "language", "kind", "affiliation",
            "reliability", "interval", "enabled", "reason");
    private static final Set<String> XML = Set.of("text/xml", "application/xml", "text/x-opml",
            "application/x-opml+xml");

    private final Views views;
    private final Roster roster;
    private final Samples samples;

    public FeedsApi(Views views, Roster roster, Samples samples) {
        this.views = views;
        this.roster = roster;
        this.samples = samples;
    }

    /** A feed with what its last poll found, and what would become of the entries that somebody asked to see. */
    record Item(String key, Feed feed, @Nullable FeedStatus status, boolean readable, List<Samples.Tagged> articles) {}

    /** Adds the routes. */
    public void routes(RoutesConfig routes) {
        routes.get(FEEDS + ".opml", this::exportOpml);
        routes.post(FEEDS + ".opml", this::importOpml);
        routes.post(FEEDS, this::add);
        routes.post(FEEDS + "/previews", this::preview);
        routes.get(FEEDS + "/{id}", context -> ApiAnswer.json(noCache(context), item(context.pathParam("id"))));
        routes.put(FEEDS + "/{id}", context -> {
            Feed feed = roster.edit(context.pathParam("id"), fields(context));
            ApiAnswer.json(context, item(feed.id()));
        });
        routes.delete(FEEDS + "/{id}", context -> {
            roster.remove(context.pathParam("id"));
            context.status(204);
        });
        routes.post(FEEDS + "/{id}/fetch", this::fetch);
    }

    private void add(Context context) throws ApiException, RosterException, InterruptedException {
        Feed feed = roster.add(fields(context));
        context.status(201).header("Location", FEEDS + "/" + feed.id());
        ApiAnswer.json(context, item(feed.id()));
    }

    /** 200 with what was found, 202 where the answer is still out: then the feed itself shows it later. */
    private void fetch(Context context) throws RosterException, InterruptedException {
        String id = context.pathParam("id");
        context.status(roster.fetch(id).isPresent() ? 200 : 202);
        ApiAnswer.json(context, item(id));
    }

    private void preview(Context context) throws ApiException, RosterException, InterruptedException {
        String url = fields(context).values().get("url");
        if (url == null) {
            throw new ApiException(400, "url is missing");
        }
        Feed draft = roster.preview(url);
        Item item = item(draft.id());
        context.status(item.status() == null || item.status().look() == null ? 202 : 200);
        ApiAnswer.json(context.header("Location", FEEDS + "/" + draft.id()), item);
    }

    private void exportOpml(Context context) throws XMLStreamException {
        var out = new ByteArrayOutputStream();
        Opml.write(views.feeds().stream().map(KnownFeed::feed).toList(), out);
        noCache(context).contentType("text/x-opml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"caspianwatch-feeds.opml\"")
                .result(out.toByteArray());
    }

    private void importOpml(Context context) throws ApiException, RosterException, InterruptedException {
        String type = context.contentType();
        if (type == null || !XML.contains(type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())) {
            throw new ApiException(415,
                    "the content type is not one of " + String.join(", ", XML.stream().sorted().toList()));
        }
        ApiAnswer.json(context, roster.importOpml(new ByteArrayInputStream(context.bodyAsBytes())));
    }

    private Item item(String id) throws RosterException {
        KnownFeed known = roster.known(id);
        Look look = known.status() == null ? null : known.status().look();
        return new Item(known.key(), known.feed(), known.status(), known.readable(),
                look == null ? List.of() : samples.of(known.feed(), look));
    }

    private static FeedFields fields(Context context) throws ApiException {
        JsonNode body = Api.body(context);
        if (!body.isObject()) {
            throw new ApiException(400, "the body is not a JSON object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (var each : body.properties()) {
            JsonNode value = each.getValue();
            if (!NAMES.contains(each.getKey())) {
                throw new ApiException(400, "a feed has no " + each.getKey() + "; it has "
                        + String.join(", ", NAMES.stream().sorted().toList()));
            }
            if (!value.isNull() && !value.isValueNode()) {
                throw new ApiException(400, each.getKey() + " is not a text");
            }
            values.put(each.getKey(), value.isNull() ? "" : value.asText());
        }
        return new FeedFields(values);
    }

    private static Context noCache(Context context) {
        return context.header("Cache-Control", "no-cache");
    }
}
