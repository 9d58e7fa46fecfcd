/** What any service needs: settings, lifecycle, Kafka settings, health and metrics, compacted topics in memory. */
@NullMarked
package caspianwatch.runtime;

import org.jspecify.annotations.NullMarked;
