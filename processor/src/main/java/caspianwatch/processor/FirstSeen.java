package caspianwatch.processor;

import caspianwatch.contract.Article;
import caspianwatch.contract.Json;
import caspianwatch.contract.TaggedArticle.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Passes an article that is new or revised; drops one that was here before, be it after a crash or a second poll. */
final class FirstSeen extends ContextualFixedKeyProcessor<String, Article, Article> {
    static final String STORE = "first-seen";

    /** A repeat renews what is remembered only when it is this old, so that a storm of repeats writes nothing. */
    private static final Duration RENEW = Duration.ofDays(1);

    /**
     * The last revision of an article.
     *
     * @param at when it last came by
     */
    record Seen(String contentHash, int revision, Instant fetched, Instant at) {

        /** Older revisions come again when the topic is read from its start: they are no news. */
        boolean revisedBy(Article article) {
            return !contentHash.equals(article.contentHash())
                    && (article.revision() > revision || article.fetched().isAfter(fetched));
        }
    }

    private @Nullable KeyValueStore<String, Seen> store;

    static FixedKeyProcessorSupplier<String, Article, Article> supplier() {
        return new FixedKeyProcessorSupplier<>() {
            @Override
            public FixedKeyProcessor<String, Article, Article> get() {
                return new FirstSeen();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(),
                        Json.serde(Seen.class)));
            }
        };
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Article> context) {
        super.init(context);
        KeyValueStore<String, Seen> seen = context.getStateStore(STORE);
        store = seen;
        new Forgetting<>(seen, Seen::at).schedule(context);
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        @Nullable
        Article article = record.value();
        if (article == null) {
            return;
        }
        if (Replay.originOf(record.headers()) == Origin.REPLAY || isNews(article)) {
            context().forward(record.withValue(article));
        }
    }

    private boolean isNews(Article article) {
        var seen = Objects.requireNonNull(store);
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Seen before = seen.get(article.id());
        if (before == null || before.revisedBy(article)) {
            seen.put(article.id(), new Seen(article.contentHash(), article.revision(), article.fetched(), now));
            return true;
        }
        if (before.at().isBefore(now.minus(RENEW))) {
            seen.put(article.id(), new Seen(before.contentHash(), before.revision(), before.fetched(), now));
        }
        return false;
    }
}
