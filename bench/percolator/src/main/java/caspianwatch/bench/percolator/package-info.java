/** OpenSearch's percolator in a process of its own, as a contender. It is given words that were cut before the time is taken. */
@NullMarked
package caspianwatch.bench.percolator;

import org.jspecify.annotations.NullMarked;
