package caspianwatch.runtime.due;

import caspianwatch.runtime.Telemetry;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes one processor for each task of an instance; lanes and meters are shared between them. */
final class DueSupplier<I, S, R> implements ProcessorSupplier<String, I, String, Output<?>> {
    private final String name;
    private final DueWork<I, S, R> work;
    private final Class<S> stateType;
    private final Lanes lanes;
    private final DueMeters meters;

    DueSupplier(String name, DueWork<I, S, R> work, Class<S> stateType, DueWorks.Limits limits, Telemetry telemetry) {
        this.name = name;
        this.work = work;
        this.stateType = stateType;
        this.lanes = new Lanes(limits);
        this.meters = new DueMeters(name, telemetry);
    }

    @Override
    public Processor<String, I, String, Output<?>> get() {
        return new DueProcessor<>(name, work, lanes, meters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(),
                Stored.serde(stateType)).withCachingDisabled().withLoggingEnabled(Map.of()));
    }
}
