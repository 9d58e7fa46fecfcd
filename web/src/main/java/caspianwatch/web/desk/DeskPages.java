package caspianwatch.web.desk;

import caspianwatch.web.roster.Roster;
import caspianwatch.web.roster.Samples;
import caspianwatch.web.view.Filters;
import caspianwatch.web.view.Filters.Reading;
import caspianwatch.web.view.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk over HTTP: its pages, its assets, and the live line with its pulse every five seconds. */
public final class DeskPages implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeskPages.class);
    private static final long PULSE_SECONDS = 5;
    private static final int LONGEST_QUERY = 1_024;
    private static final String ZONE = "cw-zone";

    private final Filters filters;
    private final Supplier<String> reading;
    private final Pages pages = new Pages();
    private final Assets assets = new Assets();
    private final LiveLine line;
    private final Desk desk;
    private final FeedsPages feeds;
    private final Runnable unlisten;
    private final MeterRegistry meters;
    private final Gauge readers;
    private final ScheduledExecutorService heart;
    private final ScheduledFuture<?> beating;

    /**
     * @param tags the tags that have a topic feed
     * @param reading empty once the past has been read back, else how far it is
     * @param roster changes the list of feeds
     * @param samples tags what a fetch on request shows
     */
    public DeskPages(Views views, Filters filters, Set<String> tags, Supplier<String> reading, InstantSource clock,
            Roster roster, Samples samples, MeterRegistry meters) {
        this.filters = filters;
        this.reading = reading;
        this.meters = meters;
        line = new LiveLine(Long.toString(clock.millis(), 36), !reading.get().isEmpty());
        desk = new Desk(views, filters, tags, reading, clock, line);
        feeds = new FeedsPages(views, roster, samples, pages, desk);
        unlisten = views.listen(line);
        readers = Gauge.builder("cw_sse_connections", line, LiveLine::size)
                .description("Readers who follow the live line").register(meters);
        heart = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("desk-pulse").factory());
        beating = heart.scheduleAtFixedRate(this::beat, PULSE_SECONDS, PULSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Adds the routes. */
    public void routes(RoutesConfig routes) {
        routes.get("/", this::wire);
        routes.get("/wire", this::wire);
        routes.get("/article/{id}", this::article);
        routes.get("/article/{id}/pane", this::pane);
        routes.get("/keys", context -> html(context, pages.keys(desk.notice("keys", "Keys", "", zone(context)))));
        routes.get("/live", this::live);
        feeds.routes(routes);
        assets.paths().forEach(path -> routes.get(path, assets::serve));
    }

    /** A page for an address that leads nowhere. */
    public void missing(Context context) {
        html(context, pages.notice(desk.notice("missing", "Nothing is here",
                "The article may be older than what is kept in memory, or the address is not one of the desk.",
                zone(context))));
    }

    /** A page for an answer that could not be given. */
    public void failed(Context context) {
        html(context, pages.notice(desk.notice("missing", "This page could not be made",
                "The log of the web service says why. Alerts by webhook do not need this page.", zone(context))));
    }

    /** Ends the live connections, which would hold up a server that stops. */
    public void hangUp() {
        line.close();
    }

    @Override
    public void close() {
        beating.cancel(true);
        heart.shutdownNow();
        unlisten.run();
        hangUp();
        meters.remove(readers);
    }

    private void wire(Context context) {
        String query = query(context);
        html(context, pages.wire(desk.wire(new Desk.Ask(query, context.queryParam("before"), context.queryParam("id")),
                zone(context))));
    }

    private void article(Context context) {
        var page = desk.article(context.pathParam("id"), zone(context));
        if (page.isPresent()) {
            html(context, pages.article(page.get()));
        } else {
            context.status(404);
            missing(context);
        }
    }

    private void pane(Context context) {
        var report = desk.report(context.pathParam("id"), zone(context));
        if (report.isPresent()) {
            html(context, pages.pane(report.get()));
        } else {
            context.status(404).contentType("text/plain;charset=utf-8").result("No such article.");
        }
    }

    /** One virtual thread a reader, blocking: it alone writes to the connection. */
    private void live(Context context) throws IOException, InterruptedException {
        if (!(filters.read(query(context)) instanceof Reading.Filter filter)) {
            context.status(400).contentType("text/plain;charset=utf-8").result("The query cannot be read.");
            return;
        }
        String last = context.header("Last-Event-ID");
        String after = last == null ? context.queryParam("after") : last;
        String place = after == null ? line.place() : after;
        var joined = line.join(Addresses.of(context.ip()), place);
        if (joined.isEmpty()) {
            context.status(429).header("Retry-After", "10").contentType("text/plain;charset=utf-8")
                    .result("Too many live connections.");
            return;
        }
        var response = context.res();
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            follow(joined.get(), new LiveWriter(desk, pages, line,
                    "no".equals(context.queryParam("rows")) ? _ -> Optional.empty() : filter, zone(context),
                    response.getOutputStream()), after == null ? place : "");
        } catch (IOException e) {
            log.debug("a reader has gone: {}", e.toString());
        } finally {
            line.leave(joined.get());
        }
    }

    private void follow(LiveReader reader, LiveWriter writer, String place) throws IOException, InterruptedException {
        writer.open(place);
        writer.write(pulse());
        while (!reader.ended()) {
            LiveEvent event = reader.next(1_000);
            if (event != null) {
                writer.write(event);
            }
        }
    }

    private void beat() {
        try {
            if (reading.get().isEmpty()) {
                line.speak();
            }
            line.pulse(pulse());
        } catch (RuntimeException e) {
            log.error("the pulse of the desk failed", e);
        }
    }

    private LiveEvent.Pulse pulse() {
        var strip = desk.strip(Zone.BAKU);
        return new LiveEvent.Pulse(pages.strip(strip), strip.alerts());
    }

    /** The query text, with what the separate parameters add to it. */
    private static String query(Context context) {
        String typed = param(context, "q");
        var clauses = Clauses.of(typed);
        boolean added = false;
        for (String field : List.of("tag", "lang", "source")) {
            String value = param(context, field);
            if (!value.isBlank()) {
                clauses = clauses.with(Clauses.clause(field, value));
                added = true;
            }
        }
        return added ? clauses.text() : typed;
    }

    private static String param(Context context, String name) {
        String value = context.queryParam(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST_QUERY)).strip();
    }

    static Zone zone(Context context) {
        return Zone.read(context.cookie(ZONE));
    }

    static void html(Context context, String page) {
        context.header("Cache-Control", "private, no-cache").header("Vary", "Cookie")
                .contentType("text/html;charset=utf-8").result(page);
    }
}
