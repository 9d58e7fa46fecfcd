/**
 * The demo newswire: a loopback server of feeds with invented reports, which opens with a backlog and then publishes one
 * report every few seconds. What it has published and when is kept, so that after a restart every feed has the same
 * entries with the same ids, links and dates, as a real outlet's would.
 */
@NullMarked
package caspianwatch.app.newswire;

import org.jspecify.annotations.NullMarked;
