/** First-seen, language, tag, match. */
@NullMarked
package caspianwatch.processor;

import org.jspecify.annotations.NullMarked;
