/**
 * What crosses a process boundary: records, topics and their JSON.
 *
 * <p>Records change only by addition: a reader ignores what it does not know, a new component may be absent. A golden
 * file of every version of every record is a test, so that a record written last year is read next year. Ids are
 * derived from what they name, never drawn at random, so that a repeat is recognised.
 */
@NullMarked
package caspianwatch.contract;

import org.jspecify.annotations.NullMarked;
