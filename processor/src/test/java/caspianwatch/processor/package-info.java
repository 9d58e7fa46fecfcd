/** The processor's promises. */
@NullMarked
package caspianwatch.processor;

import org.jspecify.annotations.NullMarked;
