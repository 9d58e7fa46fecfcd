/** {@code bench matching}: our subscription index against Lucene Monitor, OpenSearch's percolator and mere tokenising. */
@NullMarked
package caspianwatch.bench.matching;

import org.jspecify.annotations.NullMarked;
