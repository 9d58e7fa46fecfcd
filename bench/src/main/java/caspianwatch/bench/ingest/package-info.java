/**
 * How fast one ingest process is, and what it needs: a server of thousands of feeds on the loopback, a real broker, a real
 * {@code caspianwatch ingest}, each a process of its own. What counts is counted at both ends, in the server's log and in the
 * committed records of the topics; the process between them is not asked.
 *
 * <pre>
 * topic feeds ──▶ ingest ──HTTP──▶ farm (counts requests by answer, watches politeness)
 *                   └──▶ topics articles, feed-status, changelog (committed records are counted)
 * </pre>
 *
 * Each feed has an address of 127.0.0.0/8 of its own, and so is a host of its own: the least time between two requests to a
 * host stays as it is in the product, and does not bind.
 */
@NullMarked
package caspianwatch.bench.ingest;

import org.jspecify.annotations.NullMarked;
