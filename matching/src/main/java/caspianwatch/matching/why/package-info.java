/**
 * Why not? An article that lacks a tag, or that a query does not take, is explained by what came closest: the points reached,
 * the words that counted, what a guard stopped, the fewest clauses that would have to hold as well. Matching itself knows
 * nothing of this: an explanation is worked out anew when somebody asks.
 */
@NullMarked
package caspianwatch.matching.why;

import org.jspecify.annotations.NullMarked;
