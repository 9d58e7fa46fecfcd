/** Signed webhooks as of Standard Webhooks. */
@NullMarked
package caspianwatch.alerts.channel.webhook;

import org.jspecify.annotations.NullMarked;
