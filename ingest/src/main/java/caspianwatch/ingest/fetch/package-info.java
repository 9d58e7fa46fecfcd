/** One polite request for a feed: conditional, bounded in time and size, redirects checked one by one. */
@NullMarked
package caspianwatch.ingest.fetch;

import org.jspecify.annotations.NullMarked;
