/**
 * A contest between matchers, each in a process of its own with its own class path: the one who times starts all of them
 * and speaks with them in lines over standard input and output, so that rounds alternate between them and only one works at a
 * time.
 *
 * <pre>
 * rules FILE COUNT             adds the file's lines up to so many; answers nanoseconds, and bytes of heap and of disk since the start
 * articles FILE                from now on these; a line has title, tab, text; answers how many
 * hits COUNT BATCH             the rules that the first articles match, a line each
 * round THREADS BATCH MILLIS   matches for so long; answers articles, nanoseconds, hits
 * changes COUNT                changes rules while it matches; answers the median and the longest time until one is seen, in nanoseconds
 * </pre>
 *
 * It uses nothing of ours and nothing of anybody else, for a peer's process has only this package and the peer.
 */
@NullMarked
package caspianwatch.bench.contest;

import org.jspecify.annotations.NullMarked;
