/**
 * What we know of languages: the closed class of endings that a stem may take, as reviewed data, one file a language
 * ({@code endings/*.txt}), and how to tell from letters and common words ({@code languages.txt}) which language a text is in. A
 * library would add 270 MB of heap for the few titles that are left unsure, nearly all of them bare names.
 */
@NullMarked
package caspianwatch.matching.language;

import org.jspecify.annotations.NullMarked;
