@NullMarked
package caspianwatch.matching.language;

import org.jspecify.annotations.NullMarked;
