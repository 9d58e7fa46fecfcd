@NullMarked
package caspianwatch.matching.taxonomy;

import org.jspecify.annotations.NullMarked;
