@NullMarked
package caspianwatch.matching.query;

import org.jspecify.annotations.NullMarked;
