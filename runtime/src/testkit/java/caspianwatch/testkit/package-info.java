/** What tests of several modules use; each compiles it with its own. */
@NullMarked
package caspianwatch.testkit;

import org.jspecify.annotations.NullMarked;
