/** The notifier's promises. */
@NullMarked
package caspianwatch.alerts;

import org.jspecify.annotations.NullMarked;
