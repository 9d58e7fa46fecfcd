/**
 * Many queries over one article: what an article costs goes by the article and by the queries that could match it, hardly by
 * how many queries there are.
 *
 * <h2>Keys</h2>
 *
 * Whatever a query can ask for is a key, a number: a word or stem, a tag, a language, a country, a severity, a name of a
 * source. {@link caspianwatch.matching.index.Vocabulary} knows all that some query uses. An article is read once: each token
 * is looked up as a whole and by its beginnings ({@link caspianwatch.matching.term.WordTable}), and what comes out is the
 * article's own keys with their positions ({@link caspianwatch.matching.index.Occurrences}), title and text on one line
 * with a gap between them that neither phrase nor NEAR can bridge. Tokens are those that the tagger has just cut.
 *
 * <p>There is no memory of how tokens resolved before. It would save the beginnings, a few nanoseconds a letter, and
 * would have to be bounded, shared by threads, and corrected whenever a subscription brings a new word.
 *
 * <h2>Anchors and pairs</h2>
 *
 * Every query hangs on keys of which a matching article has at least one ({@link caspianwatch.matching.index.Anchor}): for a
 * conjunction the rarest of its parts, for a disjunction those of all its parts. Beside it stands a second key that a match by
 * way of the first has too. An article goes through the postings of its own keys and looks at second keys only, side by side
 * in memory, against 8 KB of bits; a query is checked in full when both are there. An anchor may let too many through,
 * never too few.
 *
 * <p>Which key is rare is counted on the articles of the stream itself ({@link caspianwatch.matching.index.Rarity}). Before
 * there are any, short words are held for common, and so is what many queries ask for. When the counts have grown, {@link
 * caspianwatch.matching.index.Tidying} walks round the postings, a few at a time and never while anybody waits for it, and
 * moves the queries that hang badly.
 *
 * <h2>Checks</h2>
 *
 * A query is kept as numbers ({@link caspianwatch.matching.index.Program}) and as its owner wrote it, not as a tree: it is read
 * again when a match has to be explained, which is seldom. {@link caspianwatch.matching.index.Check} allocates nothing. NEAR
 * collects where the one side ends and the other starts and walks through both once, so that a text of one word repeated a
 * hundred thousand times takes time in proportion.
 *
 * <h2>Changes</h2>
 *
 * Each change makes the next version. An entry knows in which version it came and in which it ended; a replacement ends one
 * entry and begins another in the same version, so that a match, which reads one version, meets exactly one of the two.
 * Everything an entry needs is written before its version is published, and readers read the version first: that is
 * all they need to see it whole, without locks. What they see beyond it, of versions to come, they skip.
 *
 * <p>Nothing that a running match could still need is taken away: {@link caspianwatch.matching.index.Readings} knows the oldest
 * version that is being read, entries which ended before it leave their postings, and the numbers of words which nobody has
 * used since are given to others. So nothing is ever rebuilt as a whole, and a change costs microseconds, whether ten queries
 * are stored or a million; the exception is a table that doubles, which costs the change that fills it, and no match.
 */
@NullMarked
package caspianwatch.matching.index;

import org.jspecify.annotations.NullMarked;
