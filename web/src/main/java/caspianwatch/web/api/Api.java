package caspianwatch.web.api;

import caspianwatch.contract.Json;
import caspianwatch.contract.Subscription;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.runtime.egress.Networks;
import caspianwatch.web.view.Filters;
import caspianwatch.web.view.Filters.Reading;
import caspianwatch.web.view.Position;
import caspianwatch.web.view.Views;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1}: what we know as JSON, newest first, and the subscriptions of programs. */
public final class Api {
    private static final Logger log = LoggerFactory.getLogger(Api.class);
    private static final int LIMIT = 50;
    private static final int MOST = 500;
    private static final Duration VISIBLE = Duration.ofSeconds(10);
    private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";

    private final Views views;
    private final Filters filters;
    private final SubscriptionStore store;
    private final Networks webhooks;
    private final InstantSource clock;

    /** @param webhooks the networks to which webhooks may be sent */
    public Api(Views views, Filters filters, SubscriptionStore store, Networks webhooks, InstantSource clock) {
        this.views = views;
        this.filters = filters;
        this.store = store;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** Adds the routes. */
    public void routes(RoutesConfig routes) {
        routes.get("/api/v1/articles", this::articles);
        routes.get("/api/v1/alerts", context -> ApiAnswer.page(context,
                Listing.page(views.alerts, cursor(context), limit(context), _ -> true, each -> each)));
        routes.get("/api/v1/deliveries", context -> ApiAnswer.page(context,
                Listing.page(views.deliveries, cursor(context), limit(context), _ -> true, each -> each)));
        routes.get("/api/v1/feeds",
                context -> ApiAnswer.page(context, Listing.feeds(views.feeds(), cursor(context), limit(context))));
        routes.get(SUBSCRIPTIONS, context -> ApiAnswer.page(context, Listing.page(views.subscriptions, cursor(context),
                limit(context), _ -> true, Listing.SubscriptionItem::of)));
        routes.post(SUBSCRIPTIONS, this::subscribe);
        routes.delete(SUBSCRIPTIONS + "/{id}", this::unsubscribe);
        routes.exception(ApiException.class,
                (e, context) -> ApiAnswer.error(context, e.status(), String.valueOf(e.getMessage()), e.position()));
    }

    private void articles(Context context) throws ApiException {
        String text = context.queryParam("q");
        Predicate<TaggedArticle> taken = switch (filters.read(text == null ? "" : text)) {
            case Reading.Filter filter -> article -> filter.match(article).isPresent();
            case Reading.Wrong wrong -> throw new ApiException(400, "q: " + wrong.message(), wrong.position());
        };
        ApiAnswer.page(context, Listing.page(views.articles, cursor(context), limit(context), taken, each -> each));
    }

    private void subscribe(Context context) throws ApiException, InterruptedException {
        var subscription = NewSubscription.read(body(context), filters, webhooks, clock.instant());
        var known = views.subscriptions.get(subscription.id());
        if (known.isEmpty() || !known.get().channels().equals(subscription.channels())
                || known.get().minimumSeverity() != subscription.minimumSeverity()) {
            keep(() -> store.put(subscription), () -> holds(subscription));
        }
        context.status(201).header("Location", SUBSCRIPTIONS + "/" + subscription.id());
        ApiAnswer.json(context, new Saved(subscription.id(), notes(subscription.query())));
    }

    /** @param notes what is allowed in the query but probably not meant */
    private record Saved(String id, List<String> notes) {}

    private List<String> notes(String query) {
        return switch (filters.read(query)) {
            case Reading.Filter filter -> filter.notes();
            case Reading.Wrong _ -> List.of();
        };
    }

    private void unsubscribe(Context context) throws ApiException, InterruptedException {
        String id = context.pathParam("id");
        if (views.subscriptions.get(id).isEmpty()) {
            throw new ApiException(404, "no subscription has this id");
        }
        keep(() -> store.delete(id), () -> views.subscriptions.get(id).isEmpty());
        context.status(204);
    }

    private boolean holds(Subscription subscription) {
        return views.subscriptions.get(subscription.id()).filter(subscription::equals).isPresent();
    }

    private interface Change {
        void make() throws IOException, InterruptedException;
    }

    private void keep(Change change, BooleanSupplier visible)
            throws ApiException, InterruptedException {
        try {
            change.make();
        } catch (IOException e) {
            log.warn("a subscription could not be kept", e);
            throw new ApiException(503, "not saved: Kafka did not acknowledge it");
        }
        if (!views.awaitSubscriptions(visible, VISIBLE)) {
            throw new ApiException(503, "saved, but not seen back within " + VISIBLE.toSeconds() + " s");
        }
    }

    private static JsonNode body(Context context) throws ApiException {
        String type = context.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) {
            throw new ApiException(415, "the content type is not application/json");
        }
        try {
            JsonNode body = Json.MAPPER.readTree(context.bodyAsBytes());
            if (body == null || body.isMissingNode()) {
                throw new ApiException(400, "the body is empty");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException _) {
            throw new ApiException(400, "the body could not be read");
        }
    }

    private static @Nullable Position cursor(Context context) throws ApiException {
        String text = context.queryParam("cursor");
        if (text == null) {
            return null;
        }
        var position = Position.ofCursor(text);
        if (position.isEmpty()) {
            throw new ApiException(400, "cursor is none that we gave");
        }
        return position.get();
    }

    private static int limit(Context context) throws ApiException {
        String text = context.queryParam("limit");
        if (text == null) {
            return LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // said below, as for a number out of bounds
        }
        throw new ApiException(400, "limit is not a whole number from 1 to " + MOST);
    }
}
