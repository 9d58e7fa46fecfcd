@NullMarked
package caspianwatch.bench.fuzz;

import org.jspecify.annotations.NullMarked;
