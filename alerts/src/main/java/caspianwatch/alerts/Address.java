package caspianwatch.alerts;

import caspianwatch.alerts.channel.Reason;
import caspianwatch.contract.Alert;
import caspianwatch.contract.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Turns an alert into one request for each channel of its subscription. The processor may have met a new subscription
 * some moments before this service does, so an alert of an unknown one waits for it a while; the clock ticks only while
 * one waits, because every tick is a transaction.
 */
final class Address extends ContextualProcessor<String, Alert, String, Request> {
    static final String STORE = "unaddressed";
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An alert that waits for its subscription. */
    record Unaddressed(Alert alert, Instant since) {}

    private final Subscriptions subscriptions;
    private @Nullable KeyValueStore<String, Unaddressed> store;
    private @Nullable Cancellable ticking;

    private Address(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    static ProcessorSupplier<String, Alert, String, Request> supplier(Subscriptions subscriptions) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Alert, String, Request> get() {
                return new Address(subscriptions);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(),
                        Json.serde(Unaddressed.class)));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Request> context) {
        super.init(context);
        KeyValueStore<String, Unaddressed> waiting = context.getStateStore(STORE);
        store = waiting;
        try (var left = waiting.all()) {
            if (left.hasNext()) {
                tick();
            }
        }
    }

    @Override
    public void process(Record<String, Alert> record) {
        @Nullable
        Alert alert = record.value();
        if (alert == null) {
            return;
        }
        long now = context().currentSystemTimeMs();
        if (!addressed(alert, now, false)) {
            waiting().put(alert.id(), new Unaddressed(alert, Instant.ofEpochMilli(now)));
            tick();
        }
    }

    private void tick() {
        if (ticking == null) {
            ticking = context().schedule(LOOK_AGAIN, PunctuationType.WALL_CLOCK_TIME, this::lookAgain);
        }
    }

    private void lookAgain(long now) {
        List<KeyValue<String, Unaddressed>> left = new ArrayList<>();
        try (var entries = waiting().all()) {
            entries.forEachRemaining(left::add);
        }
        for (var each : List.copyOf(left)) {
            boolean impatient = !each.value.since().plus(PATIENCE).isAfter(Instant.ofEpochMilli(now));
            if (addressed(each.value.alert(), now, impatient)) {
                waiting().delete(each.key);
                left.remove(each);
            }
        }
        if (left.isEmpty() && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    private boolean addressed(Alert alert, long now, boolean impatient) {
        return switch (subscriptions.find(alert.subscriptionId())) {
            case Subscriptions.Found.Known(var subscription) -> {
                subscription.channels().forEach(channel -> send(new Request.Send(alert, channel), now));
                yield true;
            }
            case Subscriptions.Found.Removed _ -> {
                send(new Request.GiveUp(alert, Reason.SUBSCRIPTION_REMOVED), now);
                yield true;
            }
            case Subscriptions.Found.Unknown _ -> {
                if (impatient) {
                    send(new Request.GiveUp(alert, Reason.SUBSCRIPTION_UNKNOWN), now);
                }
                yield impatient;
            }
        };
    }

    private void send(Request request, long now) {
        context().forward(new Record<>(request.notificationId(), request, now));
    }

    private KeyValueStore<String, Unaddressed> waiting() {
        return Objects.requireNonNull(store);
    }
}
