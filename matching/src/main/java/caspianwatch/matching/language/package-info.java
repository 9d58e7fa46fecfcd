/**
 * What we know of languages: the closed class of endings that a stem may take, as reviewed data, one file a language
 * ({@code endings/*.txt}), and how to tell from letters and small words which language a text is in.
 */
@NullMarked
package caspianwatch.matching.language;

import org.jspecify.annotations.NullMarked;
