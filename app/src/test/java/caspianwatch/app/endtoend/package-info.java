@NullMarked
package caspianwatch.app.endtoend;

import org.jspecify.annotations.NullMarked;
