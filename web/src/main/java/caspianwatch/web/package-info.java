/** Desk, topic feeds, API. */
@NullMarked
package caspianwatch.web;

import org.jspecify.annotations.NullMarked;
