/** A tag as a feed: Atom 1.0 and JSON Feed 1.1. */
@NullMarked
package caspianwatch.web.feed;

import org.jspecify.annotations.NullMarked;
