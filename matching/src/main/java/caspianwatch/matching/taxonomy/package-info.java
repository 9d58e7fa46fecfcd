/**
 * The taxonomy: tags and their rules as YAML, read strictly, checked, and compiled into what scores an article.
 *
 * <p>A tag has either terms of its own or a {@code when}, a query over other tags. Terms give points, once each and a little
 * for repeats, so that length alone collects nothing; where a word stands (title, lead, the rest) is a factor; {@code
 * near} gives points to combinations, {@code requires} and {@code excludes} guard against namesakes; the sum is held
 * against the threshold for how much of the story the entry brought. All that counted comes out as evidence.
 */
@NullMarked
package caspianwatch.matching.taxonomy;

import org.jspecify.annotations.NullMarked;
