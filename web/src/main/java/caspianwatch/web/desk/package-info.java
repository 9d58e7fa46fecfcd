/** The pages of the desk, and the line that keeps them live. */
@NullMarked
package caspianwatch.web.desk;

import org.jspecify.annotations.NullMarked;
