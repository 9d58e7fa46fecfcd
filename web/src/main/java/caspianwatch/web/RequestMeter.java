package caspianwatch.web;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Measures requests by the route's own pattern, so that addresses made up by others make no new series. */
final class RequestMeter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");

    private final MeterRegistry meters;

    RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void measure(Context context, Float millis) {
        var endpoint = context.endpoints().matchedHttpEndpoint();
        String route = endpoint == null ? "none" : endpoint.path;
        if (route.equals("/live")) {
            return; // lasts as long as its reader stays, which cw_sse_connections counts
        }
        String method = context.req().getMethod();
        Timer.builder("cw_http_request_duration_seconds").description("Time from a request to its answer")
                .tags("route", route, "method", METHODS.contains(method) ? method : "other", "status_class",
                        context.statusCode() / 100 + "xx")
                .register(meters).record(Math.round(millis * 1_000.0), TimeUnit.MICROSECONDS);
    }
}
