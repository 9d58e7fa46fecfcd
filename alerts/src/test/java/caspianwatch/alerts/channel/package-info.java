/** Each channel's promises. */
@NullMarked
package caspianwatch.alerts.channel;

import org.jspecify.annotations.NullMarked;
