package caspianwatch.web.api;

import caspianwatch.contract.Json;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of our JSON: a page of items, an error. */
public final class ApiAnswer {
    private ApiAnswer() {}

    /** A page; {@code next} is always there, null on the last one. */
    record Page(List<?> items, @Nullable String next) {}

    static void page(Context context, Page page) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("items", page.items());
        body.put("next", page.next());
        json(context.header("Cache-Control", "no-cache"), body);
    }

    static void json(Context context, Object body) {
        context.contentType("application/json").result(Json.write(body));
    }

    /** {@code {"error":{"message", "position"?}}} with the status. */
    public static void error(Context context, int status, String message, @Nullable Integer position) {
        var error = new LinkedHashMap<String, Object>();
        error.put("message", message);
        if (position != null) {
            error.put("position", position);
        }
        context.status(status);
        json(context, Map.of("error", error));
    }
}
