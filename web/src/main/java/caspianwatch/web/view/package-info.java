/** The newest articles, alerts, deliveries, the feeds and the subscriptions, in memory and bounded. */
@NullMarked
package caspianwatch.web.view;

import org.jspecify.annotations.NullMarked;
