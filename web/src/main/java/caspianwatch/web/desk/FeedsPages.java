package caspianwatch.web.desk;

import caspianwatch.web.roster.FeedFields;
import caspianwatch.web.roster.Roster;
import caspianwatch.web.roster.RosterException;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Feeds pages and their forms. Each change leads back to a page that shows it, so that a reload repeats nothing. */
final class FeedsPages {
    private static final List<String> FIELDS = List.of("title", "url", "country", "language", "kind", "affiliation",
            "reliability", "interval", "enabled", "reason");

    private final Views views;
    private final Roster roster;
    private final Samples samples;
    private final Pages pages;
    private final Desk desk;

    FeedsPages(Views views, Roster roster, Samples samples, Pages pages, Desk desk) {
        this.views = views;
        this.roster = roster;
        this.samples = samples;
        this.pages = pages;
        this.desk = desk;
    }

    void routes(RoutesConfig routes) {
        routes.get("/feeds", context -> list(context, null, List.of()));
        routes.post("/feeds/previews", this::preview);
        routes.post("/feeds/import", this::importOpml);
        routes.get("/feeds/{id}", context -> feed(context, null));
        routes.post("/feeds/{id}", this::save);
        routes.post("/feeds/{id}/fetch", this::fetch);
        routes.post("/feeds/{id}/remove", this::remove);
    }

    private void list(Context context, @Nullable String notice, List<String> refused) {
        var ask = new FeedsPage.Ask(param(context, "state").toLowerCase(Locale.ROOT), param(context, "country"),
                FeedSort.of(param(context, "sort")), param(context, "all").equals("yes"));
        var feeds = views.feeds();
        var strip = desk.strip(DeskPages.zone(context));
        var frame = desk.frame("Feeds, " + strip.readable() + " of " + strip.polled() + " readable", "feeds", strip);
        DeskPages.html(context, pages.feeds(FeedsPage.of(frame, feeds, ask, samples, notice, refused)));
    }

    private void feed(Context context, @Nullable String wrong) throws RosterException {
        var known = roster.known(context.pathParam("id"));
        var strip = desk.strip(DeskPages.zone(context));
        var frame = desk.frame(Marks.contained(known.feed().title()), "feed", strip);
        DeskPages.html(context, pages.feed(FeedPage.of(frame, known, samples, wrong)));
    }

    private void preview(Context context) throws InterruptedException {
        try {
            var feed = roster.preview(String.valueOf(context.formParam("url")));
            context.redirect("/feeds/" + feed.id(), HttpStatus.SEE_OTHER);
        } catch (RosterException e) {
            context.status(e.status());
            list(context, e.sentence(), List.of());
        }
    }

    private void save(Context context) throws RosterException, InterruptedException {
        try {
            roster.edit(context.pathParam("id"), fields(context));
            context.redirect("/feeds/" + context.pathParam("id"), HttpStatus.SEE_OTHER);
        } catch (RosterException e) {
            context.status(e.status());
            feed(context, e.sentence());
        }
    }

    /** The whole page, or with {@code part=row} the row alone for a page that puts the answer in its place. */
    private void fetch(Context context) throws RosterException, InterruptedException {
        String id = context.pathParam("id");
        String wrong = null;
        try {
            if (roster.fetch(id).isEmpty()) {
                wrong = "No answer from ingest yet; this row shows it when it comes";
            }
        } catch (RosterException e) {
            wrong = e.sentence();
            context.status(e.status());
        }
        if (param(context, "part").equals("row")) {
            var row = FeedRow.of(roster.known(id), samples, desk.moment(DeskPages.zone(context)));
            DeskPages.html(context, pages.feedRow(row));
        } else if (wrong == null) {
            context.redirect("/feeds/" + id + "#asked", HttpStatus.SEE_OTHER);
        } else {
            feed(context, wrong);
        }
    }

    private void remove(Context context) throws RosterException, InterruptedException {
        roster.remove(context.pathParam("id"));
        context.redirect("/feeds", HttpStatus.SEE_OTHER);
    }

    private void importOpml(Context context) throws IOException, InterruptedException {
        var file = context.uploadedFile("opml");
        if (file == null) {
            context.status(400);
            list(context, "Name a file of feeds (OPML).", List.of());
            return;
        }
        try (var in = file.content()) {
            var done = roster.importOpml(in);
            list(context, done.added() + " feeds added, " + done.known() + " were on the list, " + done.refused().size()
                    + " refused.", done.refused());
        } catch (RosterException e) {
            context.status(e.status());
            list(context, e.sentence(), List.of());
        }
    }

    private static FeedFields fields(Context context) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : FIELDS) {
            String value = context.formParam(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return new FeedFields(values);
    }

    private static String param(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), 40));
    }
}
