/**
 * Terms, the one kind of clause that looks at words: a run of exact words and stems. A {@link
 * caspianwatch.matching.term.Lexicon} knows many terms and finds all of them in one pass over a text's tokens; the
 * taxonomy, a single query and the index of all subscriptions each have one.
 */
@NullMarked
package caspianwatch.matching.term;

import org.jspecify.annotations.NullMarked;
