@NullMarked
package caspianwatch.app.newswire;

import org.jspecify.annotations.NullMarked;
