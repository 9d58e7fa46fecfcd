package caspianwatch.processor;

import caspianwatch.contract.Alert;
import caspianwatch.contract.TaggedArticle;
import caspianwatch.contract.TaggedArticle.Origin;
import caspianwatch.matching.SubscriptionIndex.Match;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
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
 * Raises an alert for each subscription that an article matches, once: a revision that matches again is silent, one
 * that matches for the first time is not. A replay never alerts.
 */
final class MatchSubscriptions extends ContextualProcessor<String, TaggedArticle, String, Alert> {
    static final String STORE = "alerted";

    private final Function<TaggedArticle, List<Match>> subscriptions;
    private final ProcessorMetrics metrics;

    /** When an alert was raised, by its id. */
    private @Nullable KeyValueStore<String, Long> store;

    private MatchSubscriptions(Function<TaggedArticle, List<Match>> subscriptions, ProcessorMetrics metrics) {
        this.subscriptions = subscriptions;
        this.metrics = metrics;
    }

    static ProcessorSupplier<String, TaggedArticle, String, Alert> supplier(
            Function<TaggedArticle, List<Match>> subscriptions, ProcessorMetrics metrics) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, TaggedArticle, String, Alert> get() {
                return new MatchSubscriptions(subscriptions, metrics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(),
                        Serdes.Long()));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        KeyValueStore<String, Long> alerted = context.getStateStore(STORE);
        store = alerted;
        new Forgetting<>(alerted, Instant::ofEpochMilli).schedule(context);
    }

    @Override
    public void process(Record<String, TaggedArticle> record) {
        TaggedArticle article = record.value();
        if (article.origin() == Origin.REPLAY) {
            return;
        }
        for (Match match : subscriptions.apply(article)) {
            raise(match, article, record);
        }
    }

    private void raise(Match match, TaggedArticle article, Record<String, TaggedArticle> record) {
        var subscription = match.subscription();
        String id = Alert.idOf(subscription.id(), article);
        long now = context().currentSystemTimeMs();
        if (Objects.requireNonNull(store).putIfAbsent(id, now) != null) {
            return;
        }
        context().forward(record.withKey(subscription.id())
                .withValue(new Alert(id, subscription.id(), subscription.name(), subscription.query(), article,
                        match.evidence(), match.reasons(), Instant.ofEpochMilli(now))));
        metrics.alerted();
    }
}
