package caspianwatch.web.desk;

import caspianwatch.contract.TaggedArticle;
import caspianwatch.web.view.Filters;
import caspianwatch.web.view.Filters.Reading;
import caspianwatch.web.view.Position;
import caspianwatch.web.view.Views;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the pages from what the views hold now. */
final class Desk {
    private final Views views;
    private final Filters filters;
    private final Set<String> tags;
    private final Supplier<String> reading;
    private final InstantSource clock;
    private final LiveLine line;

    /** @param reading empty once everything is read back, else how far it is */
    Desk(Views views, Filters filters, Set<String> tags, Supplier<String> reading, InstantSource clock, LiveLine line) {
        this.views = views;
        this.filters = filters;
        this.tags = tags;
        this.reading = reading;
        this.clock = clock;
        this.line = line;
    }

    /** What a reader asks of the wire. */
    record Ask(String query, @Nullable String before, @Nullable String id) {}

    Moment moment(Zone zone) {
        return new Moment(clock.instant(), zone);
    }

    Strip strip(Zone zone) {
        return Strip.measure(views, reading.get(), moment(zone));
    }

    WirePage wire(Ask ask, Zone zone) {
        String place = line.place();
        var strip = strip(zone);
        var moment = strip.moment();
        var clauses = Clauses.of(ask.query());
        Reading read = filters.read(ask.query());
        Position before = ask.before() == null ? null : Position.ofCursor(ask.before()).orElse(null);
        var wrong = read instanceof Reading.Wrong mistake ? mistake : null;
        var scan = Scan.of(views.articles, read instanceof Reading.Filter filter ? filter : _ -> Optional.empty(),
                before);
        var current = current(scan, ask.id());
        var rows = scan.hits().stream().map(
                hit -> Row.of(hit.article(), hit.found(), views, moment,
                        current != null && same(hit.article(), current)))
                .toList();
        var quiet = ask.query().isBlank() && before == null ? Quiet.of(views, strip, moment) : null;
        var report = current == null || (quiet != null && ask.id() == null) ? null : Report.of(current, views, moment);
        String title = strip.alerts() == 0 ? "Wire" : "Wire, " + count(strip.alerts(), "alert") + " in 24 h";
        return new WirePage(
                new Frame(title, "wire", ask.query(), place, before == null && wrong == null,
                        clauses.value("tag").filter(tags::contains).orElse("all"), strip),
                Facet.all(clauses, scan), wrong == null ? say(scan, moment) : "", wrong, quiet, rows,
                rows.isEmpty() && wrong == null && quiet == null ? empty(ask, scan, moment, before != null) : "",
                older(ask, scan), report);
    }

    /** The article of this id on its own page. */
    Optional<ArticlePage> article(String id, Zone zone) {
        return views.articles.get(id).map(tagged -> {
            var strip = strip(zone);
            var report = Report.of(tagged, views, strip.moment());
            return new ArticlePage(
                    frame(report.plain().isBlank() ? "Article" : report.plain(), "article", strip), report);
        });
    }

    Optional<Report> report(String id, Zone zone) {
        return views.articles.get(id).map(tagged -> Report.of(tagged, views, moment(zone)));
    }

    NoticePage notice(String page, String heading, String sentence, Zone zone) {
        return new NoticePage(frame(heading, page, strip(zone)), heading, sentence);
    }

    /** The row of an article for a filter; empty where the filter does not take it. */
    Optional<Row> row(TaggedArticle article, Reading.Filter filter, Zone zone) {
        return filter.match(article).map(found -> Row.of(article, found, views, moment(zone), false));
    }

    Frame frame(String title, String page, Strip strip) {
        return new Frame(title, page, "", line.place(), false, "all", strip);
    }

    /** What is read first: what was asked for, else the most severe of the page that raised an alert, else the newest. */
    private @Nullable TaggedArticle current(Scan scan, @Nullable String id) {
        if (id != null) {
            var asked = views.articles.get(id);
            if (asked.isPresent()) {
                return asked.get();
            }
        }
        var page = scan.hits().stream().map(Scan.Hit::article).toList();
        TaggedArticle most = null;
        for (TaggedArticle each : page) {
            boolean alerted = !views.alerts.referringTo(each.article().id()).isEmpty();
            if (alerted && (most == null || each.severity().digit() > most.severity().digit())) {
                most = each;
            }
        }
        return most != null ? most : page.isEmpty() ? null : page.getFirst();
    }

    private static boolean same(TaggedArticle one, TaggedArticle other) {
        return one.article().id().equals(other.article().id());
    }

    private static String say(Scan scan, Moment moment) {
        String all = count(scan.matched(), "article");
        return scan.whole() || scan.oldest() == null ? all : all + " since " + moment.stamp(scan.oldest()).clock();
    }

    private static String empty(Ask ask, Scan scan, Moment moment, boolean paged) {
        if (paged) {
            return "No older article is in memory.";
        }
        if (ask.query().isBlank()) {
            return "No article yet.";
        }
        return "No article matches " + ask.query() + ". Searched: " + count(scan.looked(), "article")
                + (scan.oldest() == null ? "" : " since " + moment.stamp(scan.oldest()).both()) + ".";
    }

    private @Nullable String older(Ask ask, Scan scan) {
        if (!scan.more()) {
            return null;
        }
        var parts = new ArrayList<String>();
        if (!ask.query().isBlank()) {
            parts.add("q=" + Links.encode(ask.query()));
        }
        parts.add("before=" + views.articles.positionOf(scan.hits().getLast().article()).cursor());
        return "/wire?" + String.join("&", parts);
    }

    private static String count(int many, String what) {
        return String.format(Locale.ENGLISH, "%,d %s", many, many == 1 ? what : what + "s");
    }
}
