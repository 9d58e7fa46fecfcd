/**
 * Bytes to a document of entries, whatever a publisher did to them.
 *
 * <p>The chain: decode (the bytes decide more than the labels), cut what stands before the root together with any DOCTYPE,
 * read with Woodstox into a JDOM tree, repair and read again where that fails, and let jsoup's XML parser build the tree
 * where the markup stays ill-formed. Two readers look at the tree: ours, by local names and kinds of namespaces, is
 * preferred field by field, because Rome loses relative links, most dates, languages and titles in other namespaces
 * without a word; Rome fills what ours left open. Rome throws on one bad optional value (a hit parade that is no number),
 * so whatever it throws is a line in {@code problems} and never costs the feed.
 *
 * <p>No DTD is ever read: the DOCTYPE is cut out, and of its entities only short literal ones are kept.
 */
@NullMarked
package caspianwatch.ingest.parse;

import org.jspecify.annotations.NullMarked;
