/** Entries of a feed document as what articles are made of: plain text, canonical links, keys that stay. */
@NullMarked
package caspianwatch.ingest.entries;

import org.jspecify.annotations.NullMarked;
