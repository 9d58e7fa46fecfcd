/**
 * Text as rules see it: folded once by a table that keeps offsets, then cut into tokens once.
 *
 * <p>Terms and articles go through the same table, so whatever it maps together matches. It forgets case, diacritics,
 * Turkish and Azerbaijani dots, ё, Arabic against Persian letters, digits' shapes and invisible characters; it keeps й
 * and ї, which are letters of their own. In a word that mixes Latin and Cyrillic letters, those that only look like the others
 * are read as them. Every folded character knows the source characters it stands for, so that any run of
 * tokens can be sliced out of the article as it was written.
 */
@NullMarked
package caspianwatch.matching.text;

import org.jspecify.annotations.NullMarked;
