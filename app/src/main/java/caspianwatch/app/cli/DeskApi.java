package caspianwatch.app.cli;

import caspianwatch.app.StartException;
import caspianwatch.contract.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API of a running desk; every refusal of it is a {@link StartException} with its own words. */
record DeskApi(String root) {
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Every feed, page by page. */
    List<JsonNode> feeds() throws StartException {
        var feeds = new ArrayList<JsonNode>();
        String next = "";
        do {
            JsonNode page = Json.read(text("GET", "/api/v1/feeds?limit=500" + next, null, null), JsonNode.class);
            page.path("items").forEach(feeds::add);
            next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());
        return feeds;
    }

    /** The id of the feed that is named by its id, its address or its title. */
    String id(String name) throws StartException {
        var found = feeds().stream().map(item -> item.path("feed")).filter(feed -> feed.path("id").asText().equals(name)
                || feed.path("url").asText().equals(name) || feed.path("title").asText().equalsIgnoreCase(name))
                .map(feed -> feed.path("id").asText()).toList();
        if (found.size() != 1) {
            throw new StartException(found.isEmpty()
                    ? "no feed has the id, address or title " + name
                    : found.size() + " feeds are called " + name + ": name one by its id");
        }
        return found.getFirst();
    }

    /** Sends JSON and reads the JSON that comes back; a null body sends none. */
    JsonNode send(String method, String path, @Nullable Map<String, String> body) throws StartException {
        String answer = text(method, path, body == null ? null : "application/json",
                body == null ? null : Json.write(body));
        return answer.isEmpty() ? NullNode.getInstance() : Json.read(answer, JsonNode.class);
    }

    /** Sends a text and reads the one that comes back. */
    String text(String method, String path, @Nullable String type, @Nullable String body) throws StartException {
        try {
            var request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).method(method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(body));
            if (type != null) {
                request.header("Content-Type", type);
            }
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StartException(refusal(answer));
            }
            return answer.body();
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(root + " does not answer as a desk does: is it running? --desk names another", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while the desk was asked", e);
        }
    }

    private static String refusal(HttpResponse<String> answer) {
        try {
            return Json.read(answer.body(), JsonNode.class).path("error").path("message")
                    .asText("the desk answered " + answer.statusCode());
        } catch (IllegalArgumentException _) {
            return "the desk answered " + answer.statusCode();
        }
    }
}
