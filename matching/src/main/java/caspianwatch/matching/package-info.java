/** Folding, tokens, query language, taxonomy, tagger, subscription index. */
@NullMarked
package caspianwatch.matching;

import org.jspecify.annotations.NullMarked;
