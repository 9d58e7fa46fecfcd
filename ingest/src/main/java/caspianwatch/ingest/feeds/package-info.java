/** Lists of feeds as files. */
@NullMarked
package caspianwatch.ingest.feeds;

import org.jspecify.annotations.NullMarked;
