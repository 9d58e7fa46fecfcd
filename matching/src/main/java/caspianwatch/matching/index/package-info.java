/**
 * Many queries over one article. Every query hangs on an anchor: keys (a term, a tag, a language, a country) of which an
 * article must have one to match. An article collects its own keys, meets the queries that hang on them and no other, and
 * each of those is evaluated in full: an anchor may let too many through, never too few.
 */
@NullMarked
package caspianwatch.matching.index;

import org.jspecify.annotations.NullMarked;
