/** JSON for programs: lists with cursors, and subscriptions. */
@NullMarked
package caspianwatch.web.api;

import org.jspecify.annotations.NullMarked;
