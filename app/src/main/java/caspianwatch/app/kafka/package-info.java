/**
 * A real Kafka broker inside this process: one node that is broker and controller, on loopback, kept in a folder.
 *
 * <p>It survives a restart and a kill of the process with everything that was acknowledged; it does not survive the
 * machine's power with what the operating system had not written, for Kafka leaves that to replicas, and there are none.
 */
@NullMarked
package caspianwatch.app.kafka;

import org.jspecify.annotations.NullMarked;
