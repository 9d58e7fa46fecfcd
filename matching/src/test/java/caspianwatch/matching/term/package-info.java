@NullMarked
package caspianwatch.matching.term;

import org.jspecify.annotations.NullMarked;
