/**
 * What makes the next start quick: an ahead-of-time cache of the JVM, in which the program's classes are loaded and linked
 * already and the JVM knows which methods are worth compiling.
 *
 * <p>The first run makes it, once it is ready: in processes of their own at the lowest priority, on a demo of its own
 * whose data are deleted afterwards, so that neither what is at work nor its stop waits for it. The launcher hands the
 * file to the JVM, which takes it only where program and JVM are those that made it and otherwise starts without.
 */
@NullMarked
package caspianwatch.app.quickstart;

import org.jspecify.annotations.NullMarked;
