/** The one way out to addresses that users give: feeds and webhooks. */
@NullMarked
package caspianwatch.runtime.egress;

import org.jspecify.annotations.NullMarked;
