/**
 * Things with a name of their own and where an article names them.
 *
 * <p>Names are terms like those of the taxonomy and are found in the same pass. Of names that share words the longest
 * wins, so that a longer name which is something else ({@code not:}, as in Caspian Airlines) takes its words out of the
 * way. A doubtful name, of a ship that is called after a town, counts only where one of its {@code needs} holds and none of
 * its {@code unless}.
 */
@NullMarked
package caspianwatch.matching.gazetteer;

import org.jspecify.annotations.NullMarked;
