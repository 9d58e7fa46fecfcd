@NullMarked
package caspianwatch.app.cli;

import org.jspecify.annotations.NullMarked;
