/** Each channel's promises. */
@NullMarked
package caspianwatch.alerts.channel.log;

import org.jspecify.annotations.NullMarked;
