@NullMarked
package caspianwatch.bench.matching;

import org.jspecify.annotations.NullMarked;
