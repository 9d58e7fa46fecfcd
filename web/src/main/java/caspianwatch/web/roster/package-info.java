/**
 * The list of feeds as people and programs change it. Every change is a record on {@code feeds}, and a wish to see a feed
 * now is one as well: fetching stays with ingest, whose answer comes back on {@code feed-status}.
 */
@NullMarked
package caspianwatch.web.roster;

import org.jspecify.annotations.NullMarked;
