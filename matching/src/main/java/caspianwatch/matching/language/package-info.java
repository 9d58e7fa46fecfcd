/**
 * What we know of languages: the closed class of endings that a stem may take, as reviewed data, one file a language
 * ({@code endings/*.txt}), and how to tell from letters and common words ({@code languages.txt}) which language a text is in. Kazakh
 * has two scripts and several spellings of the younger one: {@code kazakh-latin.txt} brings them all to one. No
 * library is asked: what is left unsure are nearly all bare names, and no model knows better.
 */
@NullMarked
package caspianwatch.matching.language;

import org.jspecify.annotations.NullMarked;
