@NullMarked
package caspianwatch.matching;

import org.jspecify.annotations.NullMarked;
