package caspianwatch.web;

import caspianwatch.web.api.Api;
import caspianwatch.web.api.ApiAnswer;
import caspianwatch.web.api.FeedsApi;
import caspianwatch.web.desk.DeskPages;
import caspianwatch.web.feed.TopicFeeds;
import caspianwatch.web.roster.RosterException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: one place for limits, headers, refusals, errors and measures of every route. */
final class Server implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int HEADER_BYTES = 8 * 1024;
    private static final long BODY_BYTES = 1024 * 1024;
    private static final int CONNECTIONS = 2_000;

    private final Javalin javalin;

    private Server(Javalin javalin) {
        this.javalin = javalin;
    }

    static Server start(String bind, int port, DeskPages desk, TopicFeeds feeds, Api api, FeedsApi feedsApi,
            MeterRegistry meters) {
        var javalin = Javalin.create(config -> {
            limits(config);
            var refusals = new Refusals(bind);
            config.routes.before(refusals::check);
            desk.routes(config.routes);
            feeds.routes(config.routes);
            api.routes(config.routes);
            feedsApi.routes(config.routes);
            errors(config, desk);
            config.requestLogger.http(new RequestMeter(meters)::measure);
        });
        return new Server(javalin.start(bind, port));
    }

    int port() {
        return javalin.port();
    }

    /** Stops listening; a request that is being answered ends first. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void limits(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = BODY_BYTES;
        config.http.prefer405over404 = true;
        config.jetty.multipartConfig.maxFileSize(1, SizeUnit.MB);
        config.jetty.multipartConfig.maxTotalRequestSize(1, SizeUnit.MB);
        config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            http.addCustomizer((request, headers) -> {
                SecurityHeaders.ALL.forEach(headers::put);
                return request;
            });
        });
        config.jetty.modifyServer(server -> {
            server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
            server.setErrorHandler(new PlainErrors());
            server.setStopTimeout(5_000);
        });
    }

    private static void errors(JavalinConfig config, DeskPages desk) {
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            context.status(e.getStatus());
            answer(context, desk, e.getStatus(), String.valueOf(e.getMessage()));
        });
        config.routes.exception(RosterException.class, (e, context) -> {
            context.status(e.status());
            answer(context, desk, e.status(), e.sentence());
        });
        config.routes.exception(Exception.class, (e, context) -> {
            log.error("{} {} failed", context.method(), context.path(), e);
            context.status(500);
            answer(context, desk, 500, "the answer could not be made");
        });
    }

    private static void answer(Context context, DeskPages desk, int status, String message) {
        if (context.path().startsWith("/api/")) {
            ApiAnswer.error(context, status, status == 404 ? "nothing is at this address" : message, null);
        } else if (status == 404 && page(context)) {
            desk.missing(context);
        } else if (status >= 500 && page(context)) {
            desk.failed(context);
        } else {
            context.contentType("text/plain;charset=utf-8").result(status + " " + message);
        }
    }

    private static boolean page(Context context) {
        String accepted = context.header("Accept");
        return accepted != null && accepted.contains("text/html") && !context.path().startsWith("/topics/");
    }
}
