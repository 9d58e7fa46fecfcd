/** The browser in which tests of the desk look at it. */
@NullMarked
package caspianwatch.testkit.browser;

import org.jspecify.annotations.NullMarked;
