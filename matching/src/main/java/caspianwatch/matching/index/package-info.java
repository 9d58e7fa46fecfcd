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
 * <p>A word that an article has several times is looked up once. There is no memory of how tokens of earlier articles resolved:
 * it would have to be bounded, shared by threads, and corrected whenever a subscription brings a new word.
 *
 * <h2>Anchors and marks</h2>
 *
 * Every query hangs on keys of which a matching article has at least one ({@link caspianwatch.matching.index.Anchor}): for a
 * conjunction the rarest of its parts, for a disjunction those of all its parts. Beside each stands a mark that a match by
 * way of the key has too: of a second key, or of two words of a phrase, the one after the other. An article's marks are bits,
 * some kilobytes of them. An anchor may let too many through, never too few.
 *
 * <p>Which key is rare is counted on the articles of the stream itself ({@link caspianwatch.matching.index.Rarity}). Before
 * there are any, short words are held for common, and so is what many queries ask for. When the counts have grown, {@link
 * caspianwatch.matching.index.Tidying} walks round the postings, a few at a time and never while anybody waits for it, and
 * moves the queries that hang badly.
 *
 * <h2>Postings and checks</h2>
 *
 * At 100,000 queries what a match costs is waiting for memory, so that everything an article needs of a key stands in one array
 * ({@link caspianwatch.matching.index.Posting}): marks side by side, and for those that are there what is left to ask once
 * key and mark are known ({@link caspianwatch.matching.index.Rest}); of {@code a AND b}, and of a word alone, that is nothing.
 * A match goes in steps, each of them for all keys or candidates at once, so that reads from memory overlap: the words that
 * filters let through, their letters and numbers, the postings, the marks, what is left, what hangs on the queries that hold.
 * Where a branch could not be foretold there is none, or what it depends on is put in order first ({@link
 * caspianwatch.matching.index.Candidates}). Letters are still compared: equal hashes make no word, only two words of one article
 * the same.
 *
 * <p>Equal queries, up to a bound, are one for all of this: they share a slot ({@link caspianwatch.matching.index.Slots}), hang
 * where the first of them hangs, are checked once, and part only where a match says what hangs on them.
 *
 * <p>What is left to ask is numbers ({@link caspianwatch.matching.index.Program}), and {@link
 * caspianwatch.matching.index.Check} allocates nothing. Words in a row and NEAR walk through places once, so that a text of
 * one word repeated a hundred thousand times takes time in proportion.
 *
 * <h2>Changes</h2>
 *
 * Each change makes the next version. An entry knows in which version it came and in which it ended; a replacement ends one
 * entry and begins another in the same version, so that a match, which reads one version, meets exactly one of the two.
 * Everything an entry needs is written before its version is published, and readers read the version first: that is
 * all they need to see it whole, without locks. What they see beyond it, of versions to come, they skip. Slots whose
 * entries count for whoever reads have a bit that says so ({@link caspianwatch.matching.index.SlotTable}); only of the others,
 * where the newest entries are and those that ended, a match looks at the versions.
 *
 * <p>Nothing that a running match could still need is taken away: {@link caspianwatch.matching.index.Readings} knows the oldest
 * version that is being read, entries which ended before it leave their postings, and the slots and numbers of words which
 * nobody has used since are given to others. So nothing is ever rebuilt as a whole, and a change costs microseconds, whether
 * ten queries are stored or a million; the exception is a table that doubles, which costs the change that fills it, and no
 * match.
 */
@NullMarked
package caspianwatch.matching.index;

import org.jspecify.annotations.NullMarked;
