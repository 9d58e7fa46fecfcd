/**
 * What every channel shares: the notification, how a channel is asked to send it, and what can come of it. A channel is
 * a package below with two small files: how its message looks, and how it is sent.
 */
@NullMarked
package caspianwatch.alerts.channel;

import org.jspecify.annotations.NullMarked;
