package caspianwatch.web.api;

import caspianwatch.contract.Channel;
import caspianwatch.contract.Severity;
import caspianwatch.contract.Subscription;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.runtime.egress.SafeEgress;
import caspianwatch.web.view.Filters;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a program asks to be told, and refuses what could not be kept or delivered. */
final class NewSubscription {
    private static final String OWNER = "api";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_QUERY = 1_024;
    private static final int MOST_CHANNELS = 10;
    private static final int LONGEST_URL = 2_000;
    private static final String SECRET = "whsec_";

    private NewSubscription() {}

    static Subscription read(JsonNode body, Filters filters, Networks webhooks, Instant now) throws ApiException {
        if (!body.isObject()) {
            throw new ApiException(400, "the body is not a JSON object");
        }
        String name = text(body, "name", LONGEST_NAME);
        String query = text(body, "query", LONGEST_QUERY);
        switch (filters.read(query)) {
            case Filters.Reading.Wrong wrong ->
                throw new ApiException(400, "query: " + wrong.message(), wrong.position());
            case Filters.Reading.Filter filter -> {
                var flood = filter.flood();
                if (flood.isPresent()) {
                    throw new ApiException(400, "query: " + flood.get(), 0);
                }
            }
        }
        var channels = channels(body.get("channels"), webhooks);
        return new Subscription(Subscription.idOf(OWNER, name, query, channels), OWNER, name, query,
                severity(body.get("minimumSeverity")), channels, true, now);
    }

    private static Severity severity(@Nullable JsonNode node) throws ApiException {
        if (node == null || node.isNull()) {
            return Severity.BACKGROUND;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > 5) {
            throw new ApiException(400, "minimumSeverity is not a whole number from 1 to 5");
        }
        return Severity.of(node.intValue());
    }

    private static List<Channel> channels(@Nullable JsonNode node, Networks webhooks) throws ApiException {
        if (node == null || !node.isArray() || node.isEmpty()) {
            throw new ApiException(400, "channels is not a list of at least one channel");
        }
        if (node.size() > MOST_CHANNELS) {
            throw new ApiException(400, "channels has " + node.size() + " entries, the most is " + MOST_CHANNELS);
        }
        var channels = new ArrayList<Channel>();
        for (JsonNode each : node) {
            String type = each.path("type").asText("");
            if (!type.equals("webhook")) {
                throw new ApiException(400, "channels: the type of a channel is webhook");
            }
            channels.add(webhook(each, webhooks));
        }
        if (channels.stream().map(Channel::name).distinct().count() < channels.size()) {
            throw new ApiException(400, "channels: the same address stands there twice");
        }
        return List.copyOf(channels);
    }

    private static Channel webhook(JsonNode node, Networks webhooks) throws ApiException {
        URI url;
        try {
            url = URI.create(text(node, "url", LONGEST_URL));
        } catch (IllegalArgumentException _) {
            throw new ApiException(400, "channels: url is not an address");
        }
        String objection = SafeEgress.objection(url, webhooks);
        if (objection != null) {
            throw new ApiException(400, "channels: url is refused: " + objection);
        }
        String secret = node.path("secret").asText("");
        if (!secret.startsWith(SECRET) || !sized(secret.substring(SECRET.length()))) {
            throw new ApiException(400, "channels: secret is not whsec_ and the base64 of 24 to 64 bytes");
        }
        return new Channel.Webhook(url, secret);
    }

    private static boolean sized(String base64) {
        try {
            int bytes = Base64.getDecoder().decode(base64).length;
            return bytes >= 24 && bytes <= 64;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String text(JsonNode body, String field, int longest) throws ApiException {
        JsonNode node = body.get(field);
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            throw new ApiException(400, field + " is missing");
        }
        String value = node.textValue().strip();
        if (value.length() > longest) {
            throw new ApiException(400, field + " is longer than " + longest + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new ApiException(400, field + " holds control characters");
        }
        return value;
    }
}
