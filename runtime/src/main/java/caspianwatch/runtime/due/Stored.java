package caspianwatch.runtime.due;

import caspianwatch.contract.Json;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a piece of work.
 *
 * @param due when it is to be performed; null while it rests
 * @param trace the {@code traceparent} of the input that brought it, for a record sent from a tick has no headers
 */
record Stored<S>(S state, @Nullable Instant due, @Nullable String trace) {

    static <S> Serde<Stored<S>> serde(Class<S> stateType) {
        return Json.serde(Json.MAPPER.getTypeFactory().constructParametricType(Stored.class, stateType));
    }
}
