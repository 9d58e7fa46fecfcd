/** In tests, what the bench starts as the percolator is none. */
@NullMarked
package caspianwatch.bench.percolator;

import org.jspecify.annotations.NullMarked;
