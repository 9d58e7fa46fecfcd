/**
 * Due work: the only way to a side effect. A processor keeps work by due time in a state store, hands what is due to a
 * bounded pool of virtual threads, and takes results back on the stream thread, where the store's update and the outputs
 * are one transaction. So sharing work over instances, failover and standbys are Kafka Streams' work, and a crash
 * repeats only what had not been recorded.
 */
@NullMarked
package caspianwatch.runtime.due;

import org.jspecify.annotations.NullMarked;
