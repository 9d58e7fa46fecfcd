/** Each channel's promises. */
@NullMarked
package caspianwatch.alerts.channel.webhook;

import org.jspecify.annotations.NullMarked;
