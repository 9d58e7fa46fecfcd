/** Feeds in, articles out. */
@NullMarked
package caspianwatch.ingest;

import org.jspecify.annotations.NullMarked;
