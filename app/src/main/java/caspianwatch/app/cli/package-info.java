/**
 * The command line. Exit codes: 0 done or stopped as asked, 1 failed, 2 wrong use or wrong settings. Every error is one
 * line on stderr that says what to do.
 */
@NullMarked
package caspianwatch.app.cli;

import org.jspecify.annotations.NullMarked;
