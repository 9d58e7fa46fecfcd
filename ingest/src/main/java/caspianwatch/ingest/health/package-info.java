/**
 * What a feed's polls say of the feed: how often it brings something, learned by hour and weekday, and the state that
 * follows, with the sentence that says why. Pure functions over what is remembered; nothing here reads a clock.
 */
@NullMarked
package caspianwatch.ingest.health;

import org.jspecify.annotations.NullMarked;
