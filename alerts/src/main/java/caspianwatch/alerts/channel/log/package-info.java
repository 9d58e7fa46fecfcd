/** Notifications as lines of the service's own log. */
@NullMarked
package caspianwatch.alerts.channel.log;

import org.jspecify.annotations.NullMarked;
