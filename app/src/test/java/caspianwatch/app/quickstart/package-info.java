@NullMarked
package caspianwatch.app.quickstart;

import org.jspecify.annotations.NullMarked;
