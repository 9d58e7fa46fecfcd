package caspianwatch.app.endtoend;

import caspianwatch.contract.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A program that reads the API, page by page. */
record Desk(String root) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Every item of a collection, newest first. */
    List<JsonNode> all(String collection) throws Exception {
        var items = new ArrayList<JsonNode>();
        String next = "";
        do {
            var page = Json.read(text("/api/v1/" + collection + "?limit=100" + next), JsonNode.class);
            page.path("items").forEach(items::add);
            next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!next.isEmpty());
        return items;
    }

    /** One member of every item. */
    List<String> all(String collection, String member) throws Exception {
        return all(collection).stream().map(item -> item.at(member).asText()).toList();
    }

    String text(String path) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(URI.create(root + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }
}
