/** What the product is measured by: {@code bench/run} starts it, {@code docs/benchmarks.md} holds what it printed. */
@NullMarked
package caspianwatch.bench;

import org.jspecify.annotations.NullMarked;
