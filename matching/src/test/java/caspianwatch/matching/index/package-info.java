@NullMarked
package caspianwatch.matching.index;

import org.jspecify.annotations.NullMarked;
