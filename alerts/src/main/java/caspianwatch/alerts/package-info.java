/** The notifier. */
@NullMarked
package caspianwatch.alerts;

import org.jspecify.annotations.NullMarked;
