@NullMarked
package caspianwatch.matching.text;

import org.jspecify.annotations.NullMarked;
