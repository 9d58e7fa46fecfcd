package caspianwatch.runtime.due;

import caspianwatch.contract.Topic;

/** A record for a topic. */
public record Output<V>(Topic<String, V> topic, String key, V value) {}
