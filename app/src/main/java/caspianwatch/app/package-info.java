/** Command line, embedded Kafka, demo newswire. */
@NullMarked
package caspianwatch.app;

import org.jspecify.annotations.NullMarked;
