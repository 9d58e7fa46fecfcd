package caspianwatch.matching;

import caspianwatch.matching.query.KnownNames;
import caspianwatch.matching.query.Node;
import caspianwatch.matching.query.Parser;
import caspianwatch.matching.query.SyntaxException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The trees of queries that articles have matched lately, so that those which match often are not read from their text each
 * time. All trees would take ten times the room of the texts; these take some ten megabytes at most. Any number of threads.
 */
final class RecentQueries {
    private static final int ROOM = 1 << 14;

    private final KnownNames names;
    /** By the hash of the text; of two in one place the later one stays. */
    private final AtomicReferenceArray<@Nullable Read> read = new AtomicReferenceArray<>(ROOM);

    private record Read(String text, Node query) {}

    /**
     * Remembers none yet.
     *
     * @param names of tags and places
     */
    RecentQueries(KnownNames names) {
        this.names = names;
    }

    /** The tree of a query that could be read before. */
    Node of(String text) {
        int place = (text.hashCode() * 0x9E3779B9) >>> -Integer.numberOfTrailingZeros(ROOM);
        var known = read.get(place);
        if (known != null && known.text.equals(text)) {
            return known.query;
        }
        try {
            var query = Parser.parse(text, names, false);
            read.set(place, new Read(text, query));
            return query;
        } catch (SyntaxException e) {
            throw new IllegalStateException("the query \"" + text + "\" was read before", e);
        }
    }
}
