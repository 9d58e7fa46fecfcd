@NullMarked
package caspianwatch.app.architecture;

import org.jspecify.annotations.NullMarked;
