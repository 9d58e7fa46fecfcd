/**
 * The query language: lexer, parser, canonical print and evaluation. One grammar for subscriptions, searches and the
 * derived tags of the taxonomy.
 *
 * <pre>
 * query  := and (OR and)*
 * and    := not ((AND)? not)*
 * not    := NOT not | near
 * near   := primary (NEAR/n primary)?
 * primary:= '(' query ')' | word | "words" | field:value
 * </pre>
 *
 * A bare word that is a tag's id is that tag; quotes make it a word again. What NEAR/n joins may lie at most n words apart, in
 * the same field and in either order: neighbours are 1 apart.
 */
@NullMarked
package caspianwatch.matching.query;

import org.jspecify.annotations.NullMarked;
