package caspianwatch.runtime.due;

import caspianwatch.contract.Topic;
import org.jspecify.annotations.Nullable;

/** A record for a topic; a null value is a tombstone. */
public record Output<V>(Topic<String, V> topic, String key, @Nullable V value) {}
